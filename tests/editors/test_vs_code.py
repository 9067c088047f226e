"""A new site in VS Code: the server with the folder's own settings knows each file by where it stands."""

from __future__ import annotations

import json
from pathlib import Path

from tests.editors.server import Fault, Server
from tests.sites import run


def nested(settings: dict[str, object]) -> dict[str, object]:
    """The settings of ``yaml.*`` as VS Code hands them to the server."""
    found: dict[str, object] = {}
    for key, value in settings.items():
        section, _, rest = key.partition(".")
        if section != "yaml":
            continue
        inner = found
        *above, last = rest.split(".")
        for part in above:
            inner = inner.setdefault(part, {})  # type: ignore[assignment]
        inner[last] = value
    return found


def test_files_without_a_first_line_are_known_by_their_folder(tools: Path, tmp_path: Path) -> None:
    root = tmp_path / "desk"
    assert run("new", "site", str(root)).returncode == 0
    settings = nested(json.loads((root / ".vscode/settings.json").read_text()))
    with Server(tools, root, settings) as server:
        wrong = "kind: persn\n"
        for file in ("briefs/a.yaml", "briefs/2025/b.yaml"):
            ((*_, fault),) = server.faults(file, f"title: T\npublished: 2025\nwhat: W\nwho: {{a: }}\n{wrong}")
            assert fault == Fault(5, 1, "Property kind is not allowed.")
        ((fault,),) = server.faults("briefs/actors.yaml", f"reed:\n  name: Ann\n  {wrong}")
        assert fault == Fault(3, 9, "write one of person, state, organisation, group")
        ((fault,),) = server.faults("site.yaml", "nme: x\n")
        assert fault == Fault(1, 1, "Property nme is not allowed.")
        assert server.faults("elsewhere/notes.yaml", wrong) == [[]]
        first = (root / "briefs/first-brief.yaml").read_text()
        assert server.faults("briefs/first-brief.yaml", first) == [[]]
