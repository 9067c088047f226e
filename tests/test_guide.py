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
from parley.model.proposal import Answer
from parley.model.schema import shape
from parley.write.reference import CHAPTERS, Chapter
from parley.write.reference_words import CHOICES, SHOWN
from tests.sites import ROOT, built_from
from tests.walking import Walk

GUIDE = ROOT / "docs" / "guide"
HOW_TOS = sorted(page.name for page in GUIDE.glob("*.md") if page.name not in ("index.md", "tutorial.md"))
# Commands of the guide that this version does not have; empty once all of them are there.
COMING: set[str] = set()
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
    assert seen >= 5


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


@pytest.mark.parametrize("answers", ["rejections", "acceptances", "reactions"])
def test_the_examples_of_the_reference_make_a_brief_that_builds(answers: str, tmp_path: Path) -> None:
    """With one sort of answer at a time: the examples are all of one day, and the last of a day must be known."""
    text = (ROOT / "docs/reference.md").read_text()
    first, *others = (block.text + "\n" for block in blocks(text) if isinstance(block, Code))
    settings = [block for block in others if not block.startswith(tuple(f"{key}:" for key in OF_A_BRIEF))]
    assert len(settings) == 3, "of the site, its policies and its identity"
    parts: dict[str, list[str]] = {}
    for block in others:
        if block not in settings:
            key, _, inside = block.partition("\n")
            parts.setdefault(key, []).append(inside)
    assert {key.rstrip(":") for key in parts} == OF_A_BRIEF
    for key, inside in NAMED.items():
        parts[key].append(inside)
    brief = first + "".join(
        f"{key}\n{''.join(inside)}"
        for key, inside in parts.items()
        if key.rstrip(":") in ({answers} | OF_A_BRIEF - ANSWERS)
    )
    files = {
        "site.yaml": "".join(settings),
        "docs/guide/index.md": "# Guide\n",
        "briefs/actors.yaml": "".join(f"{id_}: {{name: {id_.title()}, kind: state}}\n" for id_ in ACTORS),
        "briefs/talks.yaml": brief,
    }
    found = built_from(tmp_path, files, as_of="2025-05-17", drafts=True)
    assert [str(problem) for problem in found.problems if problem.severity == "error"] == []
    assert found.site
    page = found.site["briefs/talks/index.html"].decode()
    for told in ("Reports differ on the hour.", "This language is unacceptable.", "A pause in fighting."):
        assert told in page


OF_A_BRIEF = {
    *("actors", "proposals", "rejections", "acceptances", "reactions"),
    *("next_steps", "events", "sources", "updates", "corrections"),
}
ANSWERS = {"rejections", "acceptances", "reactions"}
# What the examples name, each in a section of its own, and nothing on the page explains.
ACTORS = ["turkiye", "france", "germany", "european-union", "macron", "merz", "russia", "peskov", "zelensky", "putin"]
NAMED = {
    "proposals:": "".join(
        f"  {id_}: {{title: {id_}, by: macron, to: russia, date: 2025-05-09}}\n"
        for id_ in ("ceasefire", "first-draft", "direct-talks", "talks-first")
    ),
    "sources:": "".join(
        f"  {id_}: {{title: {id_}}}\n" for id_ in ("upi-10may", "article", "unn", "kremlin-11may", "newser")
    ),
}


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.noun.__name__)
def test_every_key_has_its_words_its_example_and_its_choices(chapter: Chapter) -> None:
    text = (ROOT / "docs/reference.md").read_text()
    own = text.split(f"\n## {chapter.title}\n")[1].split("\n## ")[0]
    common = set(shape(chapter.common).fields) if chapter.common else set()
    for key, field in shape(chapter.noun).fields.items():
        if key not in common:
            assert f"\n- `{key}`" in own
            for choice in field.choices:
                assert f"\n    - `{choice}`: " in own
        if chapter.noun is not Answer and field.noun is None:
            assert field.example.split("\n")[0] in own


def test_the_reference_says_nothing_of_keys_and_choices_that_there_are_not() -> None:
    nouns = {chapter.noun.__name__: shape(chapter.noun).fields for chapter in CHAPTERS}
    answers = set(nouns["Answer"])
    for name, keys in SHOWN.items():
        own = set(nouns[name]) - (answers if name in ("Rejection", "Acceptance", "Reaction") else set())
        assert set(keys) == own, name
    for (name, key), meanings in CHOICES.items():
        assert set(meanings) == set(nouns[name][key].choices), (name, key)
