"""The writing guide, followed: the tutorial from an empty folder to its end, each how-to from where the tutorial ends.

Also that the guide names nothing that is not there: its pages, its links, its commands.
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from parley.cli import COMMANDS
from parley.cli.arguments import parser
from parley.model.markdown import Code, blocks
from tests.sites import ROOT
from tests.walking import Walk

GUIDE = ROOT / "docs" / "guide"
HOW_TOS = sorted(page.name for page in GUIDE.glob("*.md") if page.name not in ("index.md", "tutorial.md"))
# Commands of the guide that this version does not have; empty once all of them are there.
COMING = {"diff", "explain", "links", "list", "promote", "rename"}
SCREEN = 90  # lines of Markdown


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site that the tutorial ends with."""
    walk = Walk(tmp_path_factory.mktemp("tutorial"))
    assert walk.follow(GUIDE / "tutorial.md") > 15
    return walk.folder


def test_the_tutorial_ends_with_a_site_that_has_nothing_to_complain_of(finished: Path) -> None:
    done = Walk(finished)._parley("check", "--strict")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("name", HOW_TOS)
def test_a_how_to_is_as_it_says(name: str, finished: Path, tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    shutil.copytree(finished, folder)
    walk = Walk(folder)
    assert walk.follow(GUIDE / name) > 0
    done = walk._parley("check")
    assert done.returncode == 0, done.stderr


def test_each_how_to_is_short() -> None:
    long = {name: lines for name in HOW_TOS if (lines := len((GUIDE / name).read_text().splitlines())) > SCREEN}
    assert long == {}


def commands() -> Iterator[tuple[str, str]]:
    """Every command that the writers' pages name, in code of either sort, with the page."""
    for page in [*sorted(GUIDE.glob("*.md")), *(ROOT / "docs" / f"{name}.md" for name in ("format", "editors"))]:
        text = page.read_text()
        found = [block.text for block in blocks(text) if isinstance(block, Code) and block.lang == "sh"]
        for line in [*"\n".join(found).splitlines(), *re.findall(r"`(parley [^`]+)`", text)]:
            if line.startswith("parley "):
                yield page.name, line


def test_every_command_that_the_guide_names_is_there_or_known_to_come() -> None:
    unknown = {line.split()[1] for _, line in commands()} - set(COMMANDS)
    assert unknown == COMING - set(COMMANDS), "take those that are there out of COMING"
    assert not COMING & set(COMMANDS), "take those that are there out of COMING"


def test_every_command_is_understood_as_it_stands() -> None:
    import shlex

    seen = 0
    for page, line in commands():
        words = shlex.split(line)[1:]
        if words[0] in COMMANDS and len(words) > (2 if words[0] == "new" else 1):  # else it is only named
            try:
                parser(COMMANDS.values()).parse_args(words)
            except SystemExit:
                pytest.fail(f"{page}: {line}")
            seen += 1
    assert seen >= 8


def test_a_walk_notices_what_is_not_so(finished: Path, tmp_path: Path) -> None:
    shutil.copytree(finished, tmp_path / "desk")
    wrong = {
        "```text What Parley says\nNo problems anywhere\n```\n": "is not told",
        "```text On the page briefs/library/\nNever said\n```\n": "is not on briefs/library/",
        "```yaml briefs/library.yaml, under nothing\n  x: y\n```\n": "no key nothing",
        "```yaml briefs/library.yaml, below\n  x: y\n```\n": "below",
        "```\nnameless\n```\n": "without a name",
        "```sh\nmake coffee\n```\n": "nobody knows",
    }
    for text, told in wrong.items():
        page = tmp_path / "page.md"
        page.write_text("# A page\n\n" + text)
        with pytest.raises(AssertionError, match=told):
            Walk(tmp_path / "desk").follow(page)
