"""What commands print, of content and names that mean harm: nothing in it acts on a terminal or in a workflow's log."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from pathlib import Path

from parley.cli.forms.columns import wrapped
from parley.cli.harmless import harmless, harmless_json
from parley.cli.moves_markdown import _code, escaped
from tests.reliability.figures import Chapter, Figures
from tests.sites import FILES, ROOT, STORY, written

ACTING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
NAMES = ["\x1b]0;x\x07", "a\n::set-output name=x::y", "a\x9b31m", "a\u202eb", "a\udcff"]
COMMANDS = [
    ["check"],
    *(["check", "--format", form] for form in ("github", "json", "sarif")),
    ["list"],
    *(["list", "--format", form] for form in ("json", "csv")),
    ["build", "-v", "--output", "out"],
]


def told(root: Path, arguments: list[str]) -> str:
    done = subprocess.run(
        [sys.executable, str(ROOT / "build.py"), *arguments], cwd=root, capture_output=True, check=False, timeout=120
    )
    return (done.stdout + done.stderr).decode("utf-8", "surrogateescape")


def test_no_command_prints_what_acts(tmp_path: Path, figures: Figures) -> None:
    sites = []
    for at, name in enumerate(NAMES[: figures.many(3, len(NAMES))]):
        sites += [
            written(tmp_path / f"folder{at}", FILES | {f"briefs/{name}/two.yaml": STORY}),
            written(tmp_path / f"file{at}", FILES | {f"briefs/{name}.yaml": STORY, f"briefs/{name}.yml": STORY}),
        ]
    raw = STORY.replace("The bridge", "The \x1b[31m\x9b ##[set-output name=x]y", 1)
    sites.append(written(tmp_path / "raw", FILES | {"briefs/bridge.yaml": raw}))
    tried, wrong = 0, []
    for root in sites:
        for arguments in COMMANDS[: figures.many(6, len(COMMANDS))]:
            tried += 1
            text = told(root, arguments)
            commands = [line for line in text.split("\n") if line.lstrip().startswith("::set-output")]
            if ACTING.search(text) or commands or "Traceback" in text:
                wrong.append((root.name, arguments))
    figures.tell(Chapter.HOSTILE, "tellings of names and titles that would act on a terminal or log", tried, len(wrong))
    assert wrong == []


def test_what_acts_is_written_as_its_number():
    assert harmless("a\x1b]0;x\x07\tb\nc\u202e\udcff ##[add-mask]") == (
        "a\\u001b]0;x\\u0007\tb\nc\\u202e\\udcff # #[add-mask]"
    )


def test_json_says_the_same_without_signs_that_act():
    said = {"a": "x\x9b\u202e ##[set-output name=x]y é"}
    text = harmless_json(said)
    assert json.loads(text) == said
    assert not ACTING.search(text)
    assert "##[" not in text


def test_no_line_begins_with_a_command_because_it_was_wrapped():
    assert not [line for line in wrapped(f"{'a' * 38} ::set-output name=x::y", 40, "  ") if line.strip()[:2] == "::"]


def test_commands_print_through_one_place():
    """Else what is printed may act; ``asking`` shows its own prompt."""
    printing = [
        path.name
        for path in (ROOT / "parley/cli").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert set(printing) == {"telling.py", "asking.py"}


def test_markdown_smuggles_neither_html_nor_links_nor_calls():
    text = escaped("<img src=x> https://evil.example WWW.evil.example [a](b) @me #1 `x`")
    assert not re.search(r"[<>@]|(?<!\\)[\[\]`]|://|www\.", text, re.IGNORECASE)
    assert _code("briefs/a.yaml") == "`briefs/a.yaml`"
    assert "`" not in _code("briefs/a` <img src=x> `/b.yaml").replace("\\`", "")
