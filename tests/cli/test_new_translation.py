"""`parley new translation`: a file with all that there is to translate, which reads as one with nothing translated."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from parley.read.content import content
from tests.sites import FILES, run, written

DAY = ("--as-of", "2025-06-01")
ACTORS = "smith:\n  name: Joan Smith\n  kind: person\n  role: Clerk\n"
SITE = "name: The Desk\nlanguages: [de]\npolicies:\n  about: |\n    We follow disputes.\n\n    All of them.\n"
MORE = """
background: |
  The bridge is old, and it has been said of it for many years that somebody should look after it before it falls down.

  Nobody did.
events:
  - {date: 2025-05-03, who: [council, traders], what: It rained.}
acceptances:
  - {of: keep-open, by: council, date: 2025-05-12, if: [report, the county pays]}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    brief = FILES["briefs/bridge.yaml"] + MORE
    return written(tmp_path, {"site.yaml": SITE, "briefs/bridge.yaml": brief, "briefs/actors.yaml": ACTORS})


def test_every_text_of_a_brief_stands_over_an_empty_key(root: Path) -> None:
    done = run("new", "translation", "bridge", "--lang", "de", *DAY, cwd=root)
    assert (done.returncode, done.stderr) == (0, "")
    text = (root / "briefs/bridge.de.yaml").read_text()
    assert text.startswith("# yaml-language-server: $schema=../.schema/brief-translation.json\n")
    assert "translated: 2025-06-01\n" in text
    assert "# The bridge\ntitle:\n" in text
    assert "proposals:\n  keep-open:\n    # Keep the bridge open\n    title:\n" in text
    assert "  - of: keep-open\n    by: reed\n    date: 2025-05-10\n    # It is not safe.\n    why:\n" in text
    assert "  - date: 2025-05-03\n    # It rained.\n    what:\n    who: [council, traders]\n" in text
    assert "    if:\n      # - the county pays\n" in text
    assert "#\n# Nobody did.\nbackground: |\n" in text
    assert "Minutes" not in text, "sources are the same in every language"
    assert not [line for line in text.splitlines() if len(line) > 120]


def test_what_is_made_is_sound_and_lacks_every_text(root: Path) -> None:
    for name in ("bridge", "actors", "site"):
        assert run("new", "translation", name, "--lang", "de", *DAY, cwd=root).returncode == 0
    problems = content(root).problems
    assert {(problem.code, problem.severity) for problem in problems} == {("translation-missing", "warning")}
    counts = [re.match(r"(\d+) of (\d+) texts are", problem.found) for problem in problems]
    assert len(counts) == 3
    assert all(count and count[1] == count[2] for count in counts)
    assert (root / "site.de.yaml").read_text().count("# We follow disputes.\n  #\n  # All of them.\n  about: |\n") == 1


def filled_in(text: str) -> str:
    """``text`` with the words of the original in the place of their translations."""
    lines, waiting, listed = [], list[str](), False
    for line in text.splitlines():
        indent = len(line) - len(line.lstrip())
        if line.lstrip().startswith("#"):
            if listed:
                lines.append(line.replace("# ", "", 1))
            else:
                waiting.append(line.strip("# "))
            continue
        listed = line.strip("- ") in ("unknown:", "glossary:", "if:")
        if waiting and re.search(r":(?: [|>]-?)?$", line):
            lines.append(line if line.endswith(("|", ">-")) else f"{line} >-")
            lines += [f"{' ' * indent}    {words}".rstrip() for words in waiting]
        else:
            lines.append(line)
        waiting = []
    return "\n".join(lines) + "\n"


def test_a_translation_that_is_filled_in_lacks_nothing(root: Path) -> None:
    for name, path in (
        ("bridge", "briefs/bridge.de.yaml"),
        ("actors", "briefs/actors.de.yaml"),
        ("site", "site.de.yaml"),
    ):
        run("new", "translation", name, "--lang", "de", *DAY, cwd=root)
        (root / path).write_text(filled_in((root / path).read_text()))
    found = content(root)
    assert [problem.found for problem in found.problems] == []
    (brief,), (german,) = found.briefs, found.edition("de").briefs
    assert german.foreign == {}
    assert german.background.split() == brief.background.split()
    assert german.rejections == brief.rejections
    assert german.acceptances == brief.acceptances
    assert german.glossary == brief.glossary
    assert german.unknown == brief.unknown


@pytest.mark.parametrize("name", ["bridge", "site"])
def test_a_new_file_is_in_order(root: Path, name: str) -> None:
    run("new", "translation", name, "--lang", "de", cwd=root)
    done = run("fmt", f"{name}.de.yaml" if name == "site" else f"{name}.de", cwd=root)
    assert done.stdout == "Nothing to do\n", done.stderr


def test_a_page_of_the_sites_own_is_copied_to_be_translated_in_its_place(root: Path) -> None:
    page = "# About us\n\nFour reporters.\n"
    written(root, {"pages/us/index.md": page, "site.yaml": "languages: [de]\npages: {about-us: pages/us}\n"})
    done = run("new", "translation", "about-us", "--lang", "de", cwd=root)
    assert done.returncode == 0, done.stderr
    assert (root / "pages/us/index.de.md").read_text() == page
    found = content(root)
    assert "a page that is the original, word for word" in [problem.found for problem in found.problems]
    assert not found.edition("de").sections[0].chapters[0].in_translation


def test_what_is_there_is_not_written_over(root: Path) -> None:
    written(root, {"briefs/bridge.de.yaml": "translated: 2025-05-10\n"})
    done = run("new", "translation", "bridge", "--lang", "de", cwd=root)
    assert done.returncode == 2
    assert "is there already; nothing was written" in done.stderr
    assert (root / "briefs/bridge.de.yaml").read_text() == "translated: 2025-05-10\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("bridge",), "say into which language"),
        (("bridge", "--lang", "german!"), "say into which language"),
        (("bridge", "--lang", "en"), '"en" is the language of the site itself'),
        (("brigde", "--lang", "de"), 'no brief or page "brigde" that is free of errors; did you mean "bridge"?'),
        (("--lang", "de"), "say of what"),
    ],
)
def test_wrong_use_is_told(root: Path, arguments: tuple[str, ...], told: str) -> None:
    done = run("new", "translation", *arguments, cwd=root)
    assert done.returncode == 2
    assert told in done.stderr


def test_where_no_actors_are_shared_it_is_told_where_theirs_are_translated(root: Path) -> None:
    (root / "briefs/actors.yaml").write_text("# none yet\n")
    done = run("new", "translation", "actors", "--lang", "de", cwd=root)
    assert done.returncode == 2
    told = "briefs/actors.yaml shares no actors yet; those of a brief are translated with the brief"
    assert told in done.stderr, done.stderr


def test_a_language_that_the_site_does_not_have_yet_is_told_with_its_line(root: Path) -> None:
    done = run("new", "translation", "briefs/bridge.yaml", "--lang", "uk", cwd=root)
    assert done.returncode == 0
    assert "languages: [de, uk]" in done.stdout
