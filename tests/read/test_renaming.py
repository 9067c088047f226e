"""An id is changed where it is defined and wherever it is mentioned, and nowhere else; in any doubt nothing is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from parley.read.renaming import NotRenamed, Renamed, renamed
from tests.read.town import ACTORS, BRIEF, spoilt, written

OTHER = """\
title: The ferry
published: 2025-05-13
what: See [[brief:town]], [[proposal:town/bridge|the demand]] and [[proposal:bridge]].[^minutes]
who:
  traders: Ask.
proposals:
  bridge:
    title: Another bridge
    by: traders
    date: 2025-05-13
    about: town/bridge
sources:
  minutes: {title: Papers}
"""


def as_it_was(data: bytes, keys: Sequence[str], old: str, new: str) -> bytes:
    return data


def done(folder: Path, what: str, old: str, new: str, **files: str) -> Renamed:
    given = {f"briefs/{name}.yaml": text for name, text in files.items()}
    return renamed(written(folder, given), what, old, new, as_it_was)


def lines_changed(one: Renamed, file: str) -> list[str]:
    before, after = (data.decode().splitlines() for data in one.changes[file])
    return [line.strip() for line, old in zip(after, before, strict=True) if line != old]


def refusal(folder: Path, what: str, old: str, new: str, **files: str) -> str:
    with pytest.raises(NotRenamed) as caught:
        done(folder, what, old, new, **files)
    return str(caught.value)


def test_an_actor_of_several_briefs_is_changed_in_each(tmp_path: Path) -> None:
    one = done(tmp_path, "actor", "traders", "shops", other=OTHER)
    assert (one.old, one.new, one.moved) == ("traders", "shops", {})
    assert one.places == {"briefs/actors.yaml": 1, "briefs/town.yaml": 2, "briefs/other.yaml": 2}
    assert lines_changed(one, "briefs/town.yaml") == ["shops: Ask.", "by: shops"]


def test_a_proposal_is_changed_in_its_own_brief_and_where_others_mean_it(tmp_path: Path) -> None:
    one = done(tmp_path, "proposal", "town/bridge", "crossing", other=OTHER)
    assert (one.old, one.new) == ("town/bridge", "town/crossing")
    assert one.places == {"briefs/town.yaml": 4, "briefs/other.yaml": 2}
    (what, about) = lines_changed(one, "briefs/other.yaml")
    assert "[[proposal:town/crossing|the demand]] and [[proposal:bridge]]" in what
    assert about == "about: town/crossing"


def test_a_brief_is_changed_where_it_is_named_and_its_file_moves(tmp_path: Path) -> None:
    one = done(tmp_path, "brief", "town", "city", other=OTHER)
    assert one.moved == {"briefs/town.yaml": "briefs/city.yaml"}
    (what, about) = lines_changed(one, "briefs/other.yaml")
    assert "[[brief:city]], [[proposal:city/bridge|the demand]] and [[proposal:bridge]]" in what
    assert about == "about: city/bridge"


@pytest.mark.parametrize(
    ("what", "old", "new", "places"), [("source", "minutes", "notes", 3), ("step", "report", "survey", 1)]
)
def test_what_only_its_own_brief_names_is_changed_there(
    tmp_path: Path, what: str, old: str, new: str, places: int
) -> None:
    one = done(tmp_path, what, old, new)
    assert (one.new, one.places) == (f"town/{new}", {"briefs/town.yaml": places})


@pytest.mark.parametrize(
    ("what", "old", "new", "message"),
    [
        ("actor", "nobody", "shops", 'no actor has the id "nobody"; parley list shows what there is'),
        ("actor", "traders", "No Id", '"No Id" can\'t be an id; write "no-id"'),
        ("actor", "traders", "reed", '"reed" is already there, among the actors; choose another id'),
        ("brief", "town", "other", '"other" is already there, among the briefs; choose another id'),
        (
            "proposal",
            "town/bridge",
            "report",
            '"town/report" is already there, among the next_steps; choose another .*',
        ),
        ("step", "report", "bridge", '"town/bridge" is already there, among the proposals; choose another id'),
        ("source", "town/minutes", "report", '"town/report" is already there, among the next_steps; choose .*'),
        ("proposal", "bridge", "x", '"bridge" is in several briefs; write other/bridge or town/bridge'),
    ],
)
def test_what_cannot_be_is_refused_with_its_reason(tmp_path: Path, what: str, old: str, new: str, message: str) -> None:
    assert re.fullmatch(message, refusal(tmp_path, what, old, new, other=OTHER))


def test_an_id_of_two_things_is_refused(tmp_path: Path) -> None:
    text = spoilt("  report:\n", "  bridge:\n")
    assert refusal(tmp_path, "step", "bridge", "survey", town=text).startswith('"town/bridge" is the id of two things')


def test_where_a_file_that_mentions_it_has_errors_nothing_is_changed(tmp_path: Path) -> None:
    wrong = spoilt("date: 2025-05-11", "date: yesterday")
    assert refusal(tmp_path, "actor", "traders", "shops", town=wrong) == (
        "briefs/town.yaml has errors; mend them first (parley check shows them)"
    )
    one = done(tmp_path, "source", "other/minutes", "papers", town=wrong, other=OTHER)
    assert one.places == {"briefs/other.yaml": 2}, "errors elsewhere are no hindrance"


def test_where_a_file_cannot_be_read_nothing_is_changed(tmp_path: Path) -> None:
    broken = f"{BRIEF}topics: [\n  a,\n  b\naliases: x"
    assert "briefs/town.yaml can't be read, and may mention it" in refusal(
        tmp_path, "source", "other/minutes", "papers", town=broken, other=OTHER
    )


def test_what_would_make_a_new_problem_or_lose_a_mention_is_not_done(tmp_path: Path) -> None:
    def spoiling(data: bytes, keys: Sequence[str], old: str, new: str) -> bytes:
        return data + b"nonsense: 1\n"

    def losing(data: bytes, keys: Sequence[str], old: str, new: str) -> bytes:
        return data.replace(b"    about: crossing\n", b"")

    root = written(tmp_path, {})
    with pytest.raises(NotRenamed, match="this would make a new problem in briefs/town"):
        renamed(root, "proposal", "bridge", "crossing", spoiling)
    with pytest.raises(NotRenamed, match="some mentions can't be changed safely; nothing was written"):
        renamed(root, "proposal", "bridge", "crossing", losing)


def test_only_the_word_itself_is_changed(tmp_path: Path) -> None:
    actors = f"{ACTORS}traders-2:\n  name: More Traders\n  kind: group\n"
    text = spoilt(
        "traders: Ask.",
        "traders: Ask traders, not traders-2.\n  traders-2: Too.",
        spoilt("by: traders", 'by: "traders"'),
    )
    one = done(tmp_path, "actor", "traders", "shops", town=text, actors=actors)
    assert lines_changed(one, "briefs/town.yaml") == ["shops: Ask traders, not traders-2.", 'by: "shops"']
    assert lines_changed(one, "briefs/actors.yaml") == ["shops:"]


def test_a_mark_at_the_beginning_of_a_file_stays(tmp_path: Path) -> None:
    root = written(tmp_path, {"briefs/town.yaml": b"\xef\xbb\xbf" + BRIEF.encode()})
    one = renamed(root, "actor", "traders", "shops", as_it_was)
    assert one.changes["briefs/town.yaml"][1] == b"\xef\xbb\xbf" + BRIEF.replace("traders", "shops").encode()


def test_the_earlier_id_is_noted_where_it_is_defined(tmp_path: Path) -> None:
    noted: list[tuple[Sequence[str], str, str]] = []

    def note(data: bytes, keys: Sequence[str], old: str, new: str) -> bytes:
        noted.append((list(keys), old, new))
        return data

    own = with_own_actor()
    for what, old, new in (
        ("actor", "traders", "shops"), ("actor", "board", "panel"), ("proposal", "bridge", "crossing"),
        ("brief", "town", "city"), ("source", "minutes", "notes"),
    ):  # fmt: skip
        renamed(written(tmp_path, {"briefs/town.yaml": own}), what, old, new, note)
    assert noted == [
        (["shops"], "traders", "shops"),
        (["actors", "panel"], "board", "panel"),
        (["proposals", "crossing"], "bridge", "crossing"),
        ([], "town", "city"),
    ]


def with_own_actor() -> str:
    return spoilt("proposals:\n", "  board: Watches.\nactors:\n  board: {name: The Board, kind: group}\nproposals:\n")
