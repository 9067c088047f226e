"""What docs/editors.md says is so."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

from parley.cli import COMMANDS
from parley.cli.arguments import parser
from parley.read.content import content
from parley.write.editor_files import editor_files, modeline
from tests.editors.server import Server
from tests.read import town
from tests.sites import ROOT

PAGE = (ROOT / "docs/editors.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


def test_the_settings_shown_are_those_of_a_new_site() -> None:
    assert blocks("json") == [editor_files()[".vscode/settings.json"]]
    extension = json.loads(editor_files()[".vscode/extensions.json"])["recommendations"][0]
    assert f"itemName={extension})" in PAGE
    assert "`/.schema/` in `.gitignore`" in PAGE
    assert "/.schema/\n" in editor_files()[".gitignore"]


def test_every_first_line_shown_is_the_one_of_its_file() -> None:
    shown = dict(re.findall(r"^\| `(.+?\.yaml)` \| `(.+?)` \|$", PAGE, re.MULTILINE))
    assert len(shown) == 4
    assert {path: modeline(path).rstrip("\n") for path in shown} == shown


def test_every_command_shown_is_understood() -> None:
    shown = set(re.findall(r"`parley (\w[^`]*)`|^parley (.+)$", PAGE, re.MULTILINE))
    asked = {one or other for one, other in shown}
    assert {"schema", "check", "serve", "new site"} <= asked
    for arguments in asked - {"new", "new site"}:
        parser(COMMANDS.values()).parse_args(arguments.split())


def test_the_settings_of_helix_are_toml_and_the_server_takes_them(tools: Path, desk: Path) -> None:
    (text,) = blocks("toml")
    config = tomllib.loads(text)["language-server"]["yaml-language-server"]["config"]["yaml"]
    assert config == {"format": {"enable": False}}
    with Server(tools, desk, config) as server:
        assert "title" in server.completions("briefs/a.yaml", f"{modeline('briefs/a.yaml')}¦")


def test_an_editor_says_of_the_brief_on_the_page_what_the_page_says(server: Server, tmp_path: Path) -> None:
    (text,) = blocks("yaml")
    (found,) = server.faults("briefs/page.yaml", modeline("briefs/page.yaml") + text)
    said = re.findall(r"^- line (\d+): (.+)$", PAGE, re.MULTILINE)
    assert [(fault.line - 1, fault.message) for fault in found] == [(int(line), message) for line, message in said]
    problems = content(town.written(tmp_path, {"briefs/town.yaml": text})).problems
    assert [problem.code for problem in problems] == ["bad-date", "unknown-key", "missing-key", "bad-choice"]
