import subprocess
import sys
from pathlib import Path

import pytest

from bench.contestants import contestants


def test_ours_keep_what_python_made_of_the_code_even_where_the_shell_forbids_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.delenv("PYTHONPYCACHEPREFIX", raising=False)
    (tmp_path / "own.py").touch()
    ours = next(one for one in contestants(Path("peers")) if one.part == "ours")

    subprocess.run([sys.executable, "-c", "import own"], cwd=tmp_path, env=ours.settled(), check=True)

    assert list(tmp_path.glob("__pycache__/own.*.pyc"))
