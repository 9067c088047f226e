"""`parley new`, as a process, and at a real terminal where it asks."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sites import ROOT, run, written
from tests.terminal import CTRL_C, CTRL_D, typed

DAY = ("--as-of", "2025-06-01")
ACTORS = """\
# Who is who.
council:
  name: Alder Town Council
  kind: organisation
  aka: [the council]
traders: {name: Alder Traders, kind: group}   # with a comment
"""
BRIEF = """\
title: The bridge
published: 2025-05-01
what: W.
who:
  council: Decides.
"""
FILES = {"briefs/actors.yaml": ACTORS, "briefs/bridge.yaml": BRIEF}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return written(tmp_path, FILES)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below ``folder``, without what editors check by."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".schema" not in path.parts
    }


def sound(root: Path) -> bool:
    """Whether the site builds, drafts and all."""
    done = run("check", "--drafts", *DAY, cwd=root)
    assert "error" not in done.stderr, done.stderr
    return done.returncode == 0


# A site


def test_a_new_site_tells_three_steps_that_lead_to_a_page(tmp_path: Path) -> None:
    done = run("new", "site", "my desk", *DAY, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    steps = done.stdout.partition("Next:\n")[2].splitlines()
    assert [step.strip()[:2] for step in steps] == ["1.", "2.", "3."]
    assert "cd 'my desk'" in steps[0]
    assert sound(tmp_path / "my desk")
    assert "TODO" not in (tmp_path / "my desk/briefs/first-brief.yaml").read_text()


def test_make_serves_builds_and_checks_a_new_site(tmp_path: Path) -> None:
    run("new", "site", "desk", cwd=tmp_path)
    alone = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS", "ARGS"))}

    def made(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["make", *words], cwd=tmp_path / "desk", env=alone, capture_output=True, text=True, timeout=60, check=False
        )

    checked = made("check", f"PARLEY={sys.executable} {ROOT / 'build.py'}")
    assert checked.returncode == 0, checked.stderr
    assert "No problems in briefs" in checked.stdout
    assert made("-n", "serve", "PARLEY=parley", "ARGS=--port 8001").stdout == "parley serve --drafts --port 8001\n"


@pytest.mark.parametrize("name", ["мой стол", "a'b\"c", "-desk", "50% off; $HOME", "[desk]*"])
def test_a_folder_may_have_any_name_and_the_first_step_leads_into_it(tmp_path: Path, name: str) -> None:
    done = run("new", "site", "--", name, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    (step,) = (line for line in done.stdout.splitlines() if line.strip().startswith("1."))
    went = subprocess.run(
        ["sh", "-c", f"{step.strip()[3:]} && cat site.yaml"], cwd=tmp_path, capture_output=True, timeout=30, check=False
    )
    assert (went.returncode, went.stdout) == (0, (tmp_path / name / "site.yaml").read_bytes())


def test_where_a_path_can_hold_no_virtual_environment_the_command_itself_is_the_way(tmp_path: Path) -> None:
    done = run("new", "site", "desk:2", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stderr.startswith('make can\'t set up Parley in a folder with ":" in its path; use the command')
    assert "build.py serve, and open" in done.stdout


def test_what_is_no_folder_is_told_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "desk").write_text("mine")
    done = run("new", "site", "desk", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "parley: desk is there already, and is no folder; choose another name\n"
    done = run("new", "site", "desk/below", cwd=tmp_path)
    assert done.returncode == 2
    assert "can't be written (Not a directory); nothing was written" in done.stderr
    assert contents(tmp_path) == {"desk": b"mine"}


def test_where_a_site_cannot_be_written_no_part_of_it_is_left(tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk/.vscode").write_text("mine")
    done = run("new", "site", "desk", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "settings.json can't be written (desk/.vscode is no folder); nothing was written" in done.stderr
    assert [path.name for path in (tmp_path / "desk").iterdir()] == [".vscode"]


def test_a_folder_with_other_things_keeps_them_all(tmp_path: Path) -> None:
    mine = {"README.md": "mine\n", "requirements.txt": "mine\n", "notes/a.txt": "mine\n", ".gitignore": "/mine\n"}
    written(tmp_path, mine)
    done = run("new", "site", ".", *DAY, cwd=tmp_path)
    assert done.returncode == 0
    assert {name: (tmp_path / name).read_text() for name in mine} == mine
    assert "README.md is there already and stays as it is.\n" in done.stderr
    assert ".gitignore is there already and stays as it is; a new site's would say:\n# Generated" in done.stderr
    assert "./vendor/parley-" in done.stderr
    assert "build.py serve, and open" in done.stdout, "make would not set up Parley from these requirements"
    assert sound(tmp_path)


def test_a_site_can_be_begun_in_the_folder_that_one_is_in_and_in_a_repository(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True, timeout=30)
    written(tmp_path, {"README.md": "mine\n", "Makefile": "all:\n"})
    done = run("new", "site", ".", *DAY, cwd=tmp_path)
    assert done.returncode == 0
    assert "Makefile is there already and stays as it is" in done.stderr
    assert ((tmp_path / "README.md").read_text(), (tmp_path / "Makefile").read_text()) == ("mine\n", "all:\n")
    assert sound(tmp_path)


def test_where_something_is_in_the_way_of_a_site_nothing_is_written(tmp_path: Path) -> None:
    before = contents(written(tmp_path, {"site.yaml": "name: Mine\n"}))
    done = run("new", "site", ".", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "parley: site.yaml is there already; nothing was written\n"
    assert contents(tmp_path) == before


# A brief


def test_a_new_brief_is_a_sound_draft_in_which_all_that_is_to_be_written_says_todo(root: Path) -> None:
    done = run("new", "brief", "Who pays:", "the #1 bridge?", *DAY, cwd=root)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[0] == "briefs/who-pays-the-1-bridge.yaml"
    text = (root / "briefs/who-pays-the-1-bridge.yaml").read_text()
    assert 'title: "Who pays: the #1 bridge?"\n' in text
    assert "\ndraft: true\n" in text
    assert sound(root)


def test_a_brief_is_never_written_over_wherever_it_stands(root: Path) -> None:
    written(root, {"briefs/2025/dam.yaml": BRIEF.replace("bridge", "dam")})
    before = contents(root)
    for title in ("Bridge", "Dam"):
        done = run("new", "brief", title, cwd=root)
        assert (done.returncode, done.stdout) == (2, "")
        assert "is there already; nothing was written. Another name: --id" in done.stderr
    assert contents(root) == before
    assert run("new", "brief", "Bridge", "--id", "bridge-2", cwd=root).returncode == 0


def test_a_brief_may_be_called_like_the_file_of_actors(root: Path) -> None:
    assert run("new", "brief", "Actors", cwd=root).stdout.startswith("briefs/actors-2.yaml\n")
    assert sound(root)


def test_a_brief_by_questions_holds_the_answers(root: Path) -> None:
    seen = typed(
        root, ("new", "brief", *DAY),
        "Who pays: all?",
        "The council wants to close the bridge.",
        "alder", "1", "Decides.",
        "Bo Lind", "y", "pers", "Shopkeeper", "traders", "", "", "Asks for it.",
        "",
        "y", "Keep the bridge open", "demand", "2", "1",
    )  # fmt: skip
    assert seen.code == 0, seen
    assert "  2  Alder Traders, group (traders)" in seen
    text = (root / "briefs/who-pays-all.yaml").read_text()
    for line in (
        'title: "Who pays: all?"',
        "summary: The council wants to close the bridge.",
        "  council: Decides.",
        "  bo-lind: Asks for it.",
        "    role: Shopkeeper",
        "    speaks_for: traders",
        "  keep-the-bridge-open:",
        "    title: Keep the bridge open",
        "    kind: demand",
        "    by: bo-lind",
        "    to: council",
    ):
        assert f"{line}\n" in text
    assert sound(root)


def test_enter_skips_whatever_may_be_skipped(root: Path) -> None:
    seen = typed(root, ("new", "brief", *DAY), "", "The dam", "", "", "")
    assert seen.code == 0, seen
    assert "this one is needed; Ctrl-C stops, and nothing is written" in seen
    assert "summary: TODO" in (root / "briefs/the-dam.yaml").read_text()
    assert sound(root)


def test_a_title_without_latin_letters_is_asked_for_a_file_name(root: Path) -> None:
    seen = typed(root, ("new", "brief", *DAY), "Переговори", "Talks!", "bridge", "talks", "", "", "")
    assert seen.code == 0, seen
    assert "briefs/bridge.yaml is there already; choose another name" in seen
    assert "title: Переговори\n" in (root / "briefs/talks.yaml").read_text()


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D])
def test_who_stops_has_written_nothing(root: Path, key: str) -> None:
    before = contents(root)
    seen = typed(root, ("new", "brief"), "The dam", "", "council", key)
    assert seen.code == 130
    assert seen.endswith("parley: stopped; nothing was written\n")
    assert contents(root) == before
    seen = typed(root, ("new", "actor"), "Ann Reed", key)
    assert seen.code == 130
    assert contents(root) == before


def test_new_alone_asks_what_and_no_key_that_is_no_text_gets_in(root: Path) -> None:
    seen = typed(root, ("new",), "thing", "actor", "Ann\x1b[D Reed", CTRL_C)
    assert seen.code == 130
    assert "Type one of the words or its number, 1 to 5." in seen


# An actor


def test_an_actor_is_put_at_the_end_and_nothing_else_is_changed(root: Path) -> None:
    done = run(
        "new", "actor", "Ann Reed", "--kind", "person", "--speaks-for", "council", "--role", "Mayor: first",
        "--country", "gb", "--aka", "Annie", "--aka", "A. Reed #2", cwd=root,
    )  # fmt: skip
    assert done.returncode == 0
    assert done.stdout == "briefs/actors.yaml:7: Ann Reed, as ann-reed\n"
    assert (root / "briefs/actors.yaml").read_text() == ACTORS + (
        'ann-reed:\n  name: Ann Reed\n  kind: person\n  role: "Mayor: first"\n  speaks_for: council\n  country: GB\n'
        '  aka:\n    - Annie\n    - "A. Reed #2"\n'
    )
    assert sound(root)
    assert "ann-reed" in (root / ".schema/brief.json").read_text()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"", b"@"),
        (b"# only a comment", b"# only a comment\n@"),
        (
            b"\xef\xbb\xbfcouncil:\r\n  name: C\r\n  kind: group",
            b"\xef\xbb\xbfcouncil:\r\n  name: C\r\n  kind: group\r\n@",
        ),
        (
            b"  council:\n    name: C\n    kind: group\n\n# end\n",
            b"  council:\n    name: C\n    kind: group\n\n# end\n@",
        ),
        (b"council:\n  name: C\n  kind: group\n  summary: |\n    Long.\n\n", None),
    ],
    ids=["empty", "comment without an end", "windows", "indented", "text that may go on"],
)
def test_the_file_keeps_its_ways(tmp_path: Path, before: bytes, after: bytes | None) -> None:
    (tmp_path / "briefs").mkdir()
    path = tmp_path / "briefs/actors.yaml"
    path.write_bytes(before)
    path.chmod(0o640)
    done = run("new", "actor", "Bo", "--kind", "group", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    end = b"\r\n" if b"\r\n" in before else b"\n"
    space = b"  " if before.startswith(b"  ") else b""
    entry = b"".join(space + line + end for line in (b"bo:", b"  name: Bo", b"  kind: group"))
    assert path.read_bytes() == (before + b"@" if after is None else after).replace(b"@", entry)
    assert path.stat().st_mode & 0o777 == 0o640
    assert sorted(entry.name for entry in path.parent.iterdir()) == ["actors.yaml"]


@pytest.mark.parametrize(
    "text",
    ["{council: {name: C, kind: group}}\n", "council:\n  name: C\n  kind: group\n...\n", "- a list\n", "council: [\n"],
)
def test_where_no_place_is_safe_the_lines_are_told_and_nothing_is_written(tmp_path: Path, text: str) -> None:
    root = written(tmp_path, {"briefs/actors.yaml": text})
    done = run("new", "actor", "Bo", "--kind", "group", cwd=root)
    assert (done.returncode, done.stdout) == (2, "")
    assert "leaves no safe place for a new actor; nothing was written" in done.stderr
    assert "bo:\n  name: Bo\n  kind: group\n" in done.stderr
    assert (root / "briefs/actors.yaml").read_text() == text


INLINE = "actors:\n  reed:\n    name: Ann Reed\n    kind: person\n\n  # the end of it\n"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (BRIEF, f"{BRIEF}\nactors:\n@"),
        (f"{BRIEF}{INLINE}", f"{BRIEF}{INLINE}@"),
        (f"{INLINE}\n# Now the rest.\n{BRIEF}", f"{INLINE}@\n# Now the rest.\n{BRIEF}"),
        (f"actors:\n{BRIEF}", f"actors:\n@{BRIEF}"),
    ],
    ids=["none yet", "last", "first", "empty"],
)
def test_an_actor_of_one_brief_is_put_among_its_actors(root: Path, text: str, wanted: str) -> None:
    (root / "briefs/bridge.yaml").write_text(text)
    done = run("new", "actor", "Bo", "--kind", "group", "--brief", "bridge", cwd=root)
    assert done.returncode == 0, done.stderr
    entry = "  bo:\n    name: Bo\n    kind: group\n"
    assert (root / "briefs/bridge.yaml").read_text() == wanted.replace("@", entry)
    assert (root / "briefs/actors.yaml").read_text() == ACTORS
    assert sound(root)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("Bo",), "a new actor needs --kind: person, state, organisation, group"),
        ((), 'a new actor needs the name, such as: new actor "Ann Reed" --kind person'),
        (("Bo", "--kind", "man"), '--kind "man" is none; write person, state, organisation, group'),
        (("alder  town council", "--kind", "group"), '"alder town council" is already there as council'),
        (("The Council", "--kind", "group"), '"The Council" is already there as council'),
        (("Bo", "--kind", "group", "--aka", "Alder Traders"), '"Alder Traders" is already there as traders'),
        (("Bo", "--kind", "group", "--id", "council"), 'already there: Alder Town Council; free is "council-2"'),
        (("Bo", "--kind", "group", "--id", "Bo!"), '"Bo!" can\'t be an id; write "bo"'),
        (("Бо", "--kind", "group"), "add one in small letters, such as --id reed"),
        (("Bo", "--kind", "person", "--speaks-for", "counc"), 'no actor has the id "counc"; did you mean council?'),
        (("Bo", "--kind", "person", "--country", "Turkey"), '"Turkey" is no country code'),
        (("Bo", "--kind", "group", "--brief", "dam"), '--brief "dam": no such brief'),
    ],
)  # fmt: skip
def test_what_is_missing_there_already_or_wrong_is_told_and_nothing_is_written(
    root: Path, arguments: tuple[str, ...], said: str
) -> None:
    before = contents(root)
    done = run("new", "actor", *arguments, cwd=root)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert contents(root) == before


def test_options_of_an_actor_are_refused_elsewhere_and_new_alone_says_what_there_is(root: Path) -> None:
    done = run("new", "brief", "T", "--role", "Mayor", cwd=root)
    assert (done.returncode, done.stderr) == (2, "parley: --role is for new actor\n")
    done = run("new", cwd=root)
    assert done.returncode == 2
    assert done.stderr.startswith("parley: say what: new site DIR, new brief")
    done = run("new", "actor", "Bo", "--kind", "group", cwd=root / "briefs")
    assert (done.returncode, "no folder briefs/ in this folder" in done.stderr) == (2, True)


def test_an_actor_by_questions_is_asked_again_with_the_reason(root: Path) -> None:
    seen = typed(
        root, ("new", "actor"),
        "The council", "Ann Reed",
        "x", "person",
        "Mayor",
        "nobody", "alder", "1",
        "Turkey", "tr",
        "Ann!", "council", "",
    )  # fmt: skip
    assert seen.code == 0, seen
    assert '"The council" is already there as council' in seen
    assert "Type one of the words or its number, 1 to 4." in seen
    assert 'none taken for "nobody"' in seen
    assert '"Turkey" is no country code; write two letters, such as TR or GB' in seen
    assert 'free is "council-2"' in seen
    assert (root / "briefs/actors.yaml").read_text() == ACTORS + (
        "ann-reed:\n  name: Ann Reed\n  kind: person\n  role: Mayor\n  speaks_for: council\n  country: TR\n"
    )


def test_what_the_options_tell_is_not_asked_for(root: Path) -> None:
    seen = typed(root, ("new", "actor", "Ann Reed", "--role", "Mayor", "--country", "gb"), "person", "", "")
    assert seen.code == 0, seen
    assert "Role" not in seen
    assert (root / "briefs/actors.yaml").read_text().endswith("  kind: person\n  role: Mayor\n  country: GB\n")


@pytest.mark.parametrize(
    "option", [("--country", "Turkey"), ("--speaks-for", "nobody"), ("--id", "A!"), ("--aka", "Alder Traders")]
)
def test_an_option_that_cannot_be_is_told_before_anything_is_asked(root: Path, option: tuple[str, str]) -> None:
    seen = typed(root, ("new", "actor", "Ann Reed", *option))
    assert seen.code == 2
    assert seen.startswith("parley: ")
    assert "?" not in seen.partition("\n")[2]


def test_who_is_offered_need_not_be_taken(root: Path) -> None:
    seen = typed(root, ("new", "brief", *DAY), "The dam", "", "alder", "7", "", "n", "the council", "", "", "")
    assert seen.code == 0, seen
    assert "  Type a number from 1 to 2, or Enter." in seen
    assert "  Alder Town Council, organisation (council)" in seen
    who = (root / "briefs/the-dam.yaml").read_text().partition("\nwho:\n")[2].partition("\n\n")[0]
    assert who == "  council: TODO the part that they play here"


def test_a_link_that_leads_out_of_the_site_is_not_written_through(root: Path, tmp_path_factory) -> None:
    outside = tmp_path_factory.mktemp("elsewhere") / "actors.yaml"
    (root / "briefs/actors.yaml").rename(outside)
    (root / "briefs/actors.yaml").symlink_to(outside)
    done = run("new", "actor", "Bo", "--kind", "group", cwd=root)
    assert done.returncode == 2
    assert outside.read_text() == ACTORS
    assert (root / "briefs/actors.yaml").is_symlink()


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_that_cannot_be_written_is_told(root: Path) -> None:
    (root / "briefs").chmod(0o555)
    try:
        done = run("new", "actor", "Bo", "--kind", "group", cwd=root)
    finally:
        (root / "briefs").chmod(0o755)
    assert done.returncode == 2
    assert "can't be written (Permission denied); it is as it was" in done.stderr
