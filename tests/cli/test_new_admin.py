"""`parley new admin`: a form editor in `admin/`, of packages that are known to the byte."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from msgspec.structs import replace

from parley.cli import main
from parley.write.admin import packages
from parley.write.admin.packages import DECAP, YAML, Package, digest
from tests.sites import FILES, run, written
from tests.web.servers import plainly, serving
from tests.write.admin.test_packages import known, packed

DATA = {
    "decap-cms": packed({"dist/decap-cms.js": b"// the editor"}),
    "yaml": packed({"browser/dist/index.js": b"// the parser", "LICENSE": b"ISC"}),
}


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> tuple[Package, ...]:
    """Small packages in the place of the real ones."""
    those = [known(package, DATA[package.name]) for package in (DECAP, YAML)]
    those = [replace(package, unpacked=digest(package.files(DATA[package.name]))) for package in those]
    monkeypatch.setattr(packages, "PACKAGES", tuple(those))
    monkeypatch.delenv("NPM_CONFIG_REGISTRY", raising=False)
    return tuple(those)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return written(tmp_path / "site", {**FILES, "briefs/2025/other.yaml": "title: x\n"})


@pytest.fixture
def given(tmp_path: Path, small: tuple[Package, ...]) -> list[str]:
    """The packages as files, and the options that name them."""
    for package in small:
        (tmp_path / package.file).write_bytes(DATA[package.name])
    return [text for package in small for text in ("--package", str(tmp_path / package.file))]


def config(root: Path) -> dict[str, object]:
    found: dict[str, object] = yaml.safe_load((root / "admin/config.yml").read_text())
    return found


def contents(root: Path) -> dict[str, tuple[bytes, int]]:
    """The files of the form editor, and when they were written."""
    those = [path for path in (root / "admin").rglob("*") if path.is_file()]
    return {path.relative_to(root).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns) for path in those}


def test_it_is_made_of_packages_from_files_and_again_of_what_is_there(
    root: Path, given: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "admin", "--root", str(root), *given]) == 0
    assert "10 files (10 written)" in capsys.readouterr().out
    before = contents(root)
    assert before["admin/decap-cms.js"][0] == b"// the editor"
    assert before["admin/yaml/index.js"][0] == b"// the parser"
    assert [it["folder"] for it in config(root)["collections"][:-1]] == ["briefs", "briefs/2025"]  # type: ignore[index]
    assert main(["new", "admin", "--root", str(root), "--registry", "http://127.0.0.1:1"]) == 0  # nobody is asked
    assert contents(root) == before


def test_what_is_not_as_it_was_is_fetched_again(root: Path, given: list[str], small: tuple[Package, ...]) -> None:
    assert main(["new", "admin", "--root", str(root), *given]) == 0
    (root / "admin/decap-cms.js").write_bytes(b"// changed")
    (root / "admin/yaml/stale.js").write_bytes(b"// of another version")
    (root / "admin/parley.js").write_bytes(b"// changed")
    pages = {f"/npm/{package.path}": plainly(200, body=DATA[package.name]) for package in small}
    with serving(pages) as server:
        assert main(["new", "admin", "--root", str(root), "--registry", f"{server.at}/npm/"]) == 0
        assert server.asked == [f"GET /npm/{package.path}" for package in small]
    found = contents(root)
    assert found["admin/decap-cms.js"][0] == b"// the editor"
    assert "admin/yaml/stale.js" not in found
    assert b"registerCustomFormat" in found["admin/parley.js"][0]


def test_another_package_by_the_same_name_is_refused(
    root: Path, small: tuple[Package, ...], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving({f"/{package.path}": plainly(200, body=b"evil") for package in small}) as server:
        monkeypatch.setenv("NPM_CONFIG_REGISTRY", server.at)
        assert main(["new", "admin", "--root", str(root)]) == 1
    assert "is not decap-cms 3" in capsys.readouterr().err
    assert not (root / "admin").exists()


def test_without_a_network_it_is_said_what_to_do(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "admin", "--root", str(root), "--registry", "http://127.0.0.1:1"]) == 1
    told = capsys.readouterr().err
    assert "could not be fetched (Connection refused)" in told
    assert f"--package {DECAP.file}" in told
    assert not (root / "admin").exists()


def test_where_it_saves_is_chosen_and_stays(root: Path, given: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    line = ["new", "admin", "--root", str(root), *given]
    assert main(line) == 0
    assert config(root)["backend"] == {"name": "proxy", "proxy_url": "http://localhost:8081/api/v1", "branch": "main"}
    assert "npx decap-server" in capsys.readouterr().out
    assert main([*line, "--backend", "github", "--repo", "desk/briefs"]) == 0
    chosen = {"name": "github", "branch": "main", "repo": "desk/briefs"}
    assert (config(root)["backend"], config(root)["local_backend"]) == (chosen, True)
    assert "https://api.github.com" in (root / "admin/index.html").read_text()
    assert "OAuth" in capsys.readouterr().out
    file = root / "admin/config.yml"
    file.write_text(
        file.read_text().replace("backend:\n", "locale: de\nbackend:\n  base_url: https://login.example\n", 1)
    )
    assert main([*line, "--branch", "drafts"]) == 0
    assert config(root)["backend"] == {**chosen, "branch": "drafts", "base_url": "https://login.example"}
    assert config(root)["locale"] == "de"
    assert main([*line, "--backend", "gitlab", "--repo", "desk/briefs"]) == 0
    assert config(root)["backend"] == {"name": "gitlab", "branch": "drafts", "auth_type": "pkce", "repo": "desk/briefs"}


@pytest.mark.parametrize(
    ("files", "options", "told"),
    [
        ({}, ["a", "name"], "takes no name"),
        ({}, ["--kind", "person"], "--kind is for new actor"),
        ({}, ["--repo", "a/b"], "--backend github"),
        ({"admin/notes.txt": "x"}, [], "is no form editor of Parley's"),
        ({"admin/parley.js": "x", "admin/config.yml": "a: ["}, [], "config.yml can't be read"),
        ({}, ["--package", "nowhere.tgz"], "nowhere.tgz: No such file"),
        ({}, ["--package", __file__], "is none of those that are needed"),
    ],
)
def test_what_can_t_be_done_is_told_and_nothing_is_written(
    root: Path, files: dict[str, str], options: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    written(root, files)
    assert main(["new", "admin", *options, "--root", str(root)]) == 2
    assert told in capsys.readouterr().err
    assert {path: body.decode() for path, (body, _) in contents(root).items()} == files


def test_options_of_a_form_editor_are_for_nothing_else(root: Path) -> None:
    done = run("new", "brief", "T", "--backend", "github", cwd=root)
    assert (done.returncode, "--backend is for new admin" in done.stderr) == (2, True)
