"""What a writer sees while typing: the real yaml-language-server, asked as an editor asks it."""

from __future__ import annotations

from pathlib import Path

import pytest

from parley.model.schema import shape
from parley.read.content import content
from parley.write.editor_files import modeline
from tests.editors.server import Fault, Server
from tests.editors.test_schema_and_build import CORPUS
from tests.read import town
from tests.read.full_brief import FULL
from tests.read.planting import NOUNS, lines_with_keys
from tests.read.town import BRIEF

FILE = "briefs/town.yaml"
LINE = modeline(FILE)
TEXT = LINE + BRIEF


def at(old: str, new: str) -> str:
    """The town's brief with ``new``, which has the mark of the cursor, in place of ``old``."""
    assert old in TEXT, old
    return TEXT.replace(old, new, 1)


def test_every_key_of_a_brief_is_offered_at_its_edge_with_what_it_is_for(server: Server) -> None:
    offered = server.completions(FILE, f"{TEXT}¦")
    assert {"summary", "why_it_matters", "acceptances", "glossary", "corrections"} <= set(offered)
    assert not {"title", "proposals"} & set(offered)  # they stand there already
    assert offered["topics"] == "Subjects that several briefs share.\n\n```yaml\ntopics: [Ukraine]\n```"


def test_the_keys_of_a_proposal_are_offered_in_it_and_no_others(server: Server) -> None:
    offered = server.completions(FILE, at("    source: minutes\n", "    source: minutes\n    ¦\n"))
    assert {"kind", "quote", "answer_by", "withdrawn", "status_note"} <= set(offered)
    assert not {"stance", "instead", "why", "topics"} & set(offered)


def test_an_item_of_a_list_begins_with_the_keys_that_it_needs(server: Server) -> None:
    offered = server.completions(FILE, at("  - of: bridge\n", "  - ¦\n  - of: bridge\n"))
    assert offered["Rejection"].split() == ["```yaml", "of:", "by:", "date:", "```"]
    assert {"why", "instead", "unless"} <= set(offered)


@pytest.mark.parametrize(
    ("key", "offered"),
    [
        ("reactions:\n  - stance: ¦", {"supports", "opposes", "defers", "silent"}),
        ("acceptances:\n  - basis: ¦", {"said", "implied", "reported"}),
        ("actors:\n  x:\n    kind: ¦", {"person", "state", "organisation", "group"}),
        ("draft: ¦", {"true", "false"}),
    ],
)
def test_the_choices_under_a_key_are_offered_and_nothing_else(server: Server, key: str, offered: set[str]) -> None:
    assert set(server.completions(FILE, f"{TEXT}{key}\n")) == offered


def test_choices_of_steps_and_proposals_are_offered_where_they_stand(server: Server) -> None:
    assert "confirmed" in server.completions(FILE, at("    about: bridge\n", "    certainty: ¦\n"))
    assert "invitation" in server.completions(FILE, at("    by: traders\n", "    kind: ¦\n"))
    assert "postponed" in server.completions(FILE, at("    about: bridge\n", "    outcome:\n      result: ¦\n"))


@pytest.mark.parametrize("typed", ["by: ¦", "by: [traders, ¦]", "by:\n      - ¦", "by: tra¦"])
def test_actors_are_offered_with_their_names(server: Server, typed: str) -> None:
    offered = server.completions(FILE, at("    by: traders\n", f"    {typed}\n"))
    assert offered["reed"] == "Ann Reed (person, speaks for council)"
    assert offered["traders"] == "Alder Traders (group)"
    assert offered["council"] == "Alder Town Council (organisation)"


def test_who_takes_part_is_offered_with_names_too(server: Server) -> None:
    offered = server.completions(FILE, at("  traders: Ask.\n", "  traders: Ask.\n  ¦\n"))
    assert offered == {"reed": "Ann Reed (person, speaks for council)"}


def test_what_can_be_answered_or_cited_is_offered_with_its_title(server: Server) -> None:
    offered = server.completions(FILE, at("- of: bridge", "- of: ¦"))
    assert offered["bridge"] == "Keep the bridge open (in town)"
    assert offered["town/bridge"] == "Keep the bridge open"
    assert "report" not in offered
    assert "report" in server.completions(FILE, at("    why:", "    unless: ¦\n    why:"))
    assert server.completions(FILE, at("source: minutes", "source: ¦")) == {"minutes": "Minutes (in town)"}
    changed = server.completions(FILE, f"{TEXT}updates:\n  - changed: [¦]\n")
    assert {"what", "bridge", "report", "minutes"} <= set(changed)


def test_nothing_is_offered_where_only_the_writer_knows(server: Server) -> None:
    """No null, no truth, no example that would have to be typed over."""
    for key in ("summary", "as_of", "topics", "glossary", "lang"):
        assert server.completions(FILE, f"{TEXT}{key}: ¦\n") == {}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("title: The bridge", "ti¦tle: The bridge", ["The headline.", "title: Will Kyiv and Moscow"]),
        ("why: It", "wh¦y: It", ["The reason given, in the brief's words."]),
        ("    date: 2025-05-10\n", "    da¦te: 2025-05-10\n", ["When it was put on the table.", "date: 2025-05-10"]),
        ("rejections:", "rejec¦tions:", ["Who said no to what, and why."]),
        ("who:", "w¦ho:", ["Who takes part, each with a line on their part."]),
        ("by: reed", "by: re¦ed", ["#### Ann Reed", "Who answered."]),
        ("by: reed", "b¦y: reed", ["#### Ann Reed", "Who answered."]),
        ("by: reed", "by: [traders, re¦ed]", ["#### Ann Reed", "person, speaks for council"]),
        ("  council: Decides", "  coun¦cil: Decides", ["Alder Town Council (organisation)"]),
        ("- of: bridge", "- of: bri¦dge", ["#### Keep the bridge open", "The proposal answered."]),
        ("    by: traders", "    ki¦nd: demand\n    by: traders", ["What sort of move it is", "`invitation`"]),
    ],
)
def test_what_stands_under_the_mouse_is_explained(server: Server, old: str, new: str, told: list[str]) -> None:
    shown = server.hover(FILE, at(old, new))
    assert [part for part in told if part not in shown] == [], shown


def test_every_key_of_a_brief_that_uses_them_all_is_explained_by_its_own_words(server: Server) -> None:
    lines = f"{LINE}{FULL}".split("\n")
    docs_of: dict[str, set[str]] = {}
    for noun in NOUNS:
        for key, field in shape(noun).fields.items():
            docs_of.setdefault(key, set()).add(field.doc)
    unexplained = []
    for at_line, typed in lines_with_keys("\n".join(lines)):
        marked = [*lines]
        marked[at_line] = f"{typed.lead}{typed.key[0]}¦{lines[at_line][len(typed.lead) + 1 :]}"
        shown = server.hover("briefs/everything.yaml", "\n".join(marked))
        if "||" in shown or not any(doc in shown for doc in docs_of[typed.key]):
            unexplained.append((typed.key, shown))
    assert unexplained == []


def test_actors_of_the_brief_itself_and_ids_that_are_new_are_fine(server: Server) -> None:
    new = (
        "actors:\n  smith: {name: S, kind: person}\nacceptances:\n  - {of: tunnel, by: [smith, reed], date: 2025-05}\n"
    )
    tunnel = at("  bridge:\n", "  tunnel: {title: T, by: smith, date: 2025, source: new-one}\n  bridge:\n")
    assert server.faults(FILE, TEXT, tunnel + new, f"{LINE}{BRIEF}who_knows: x\n")[:2] == [[], []]


def test_what_is_right_in_the_corpus_brings_no_fault(server: Server) -> None:
    right = [f"{LINE}{case.text}" for case in CORPUS if not case.code and not case.text.startswith(("%", "---"))]
    assert len(right) > 60
    assert [text for text, found in zip(right, server.faults(FILE, *right), strict=True) if found] == []


FAULTS = {
    "a misspelt key": ("    by: traders\n", "    by: traders\n    tems: [x]\n", "Property tems is not allowed"),
    "a misspelt key at the edge": ("sources:\n", "surces:\n", "Property surces is not allowed"),
    "a wrong choice": ("    by: traders\n", "    by: traders\n    kind: plan\n", "write one of proposal, invitation"),
    "a choice in capitals": ("    why:", "    basis: Said\n    why:", "write one of said, implied, reported"),
    "a missing key": ("    by: traders\n", "", 'Missing property "by"'),
    "a missing key of an item": ("    by: reed\n", "", 'Missing property "by"'),
    "a missing key of the brief": ("published: 2025-05-12\n", "", 'Missing property "published"'),
    "a date in words": ("date: 2025-05-10\n    terms", "date: 10 May 2025\n    terms", "write 2025-05-10, 2025-05"),
    "a day that is none": ("date: 2025-05-10\n    terms", "date: 2025-02-30\n    terms", "write 2025-05-10, 2025-05"),
    "a wrong address": ("https://example.org/minutes", "example.org", "an address that begins with https://"),
    "an actor by name": ("by: reed", "by: Ann Reed", "write an actor's id"),
    "a list for text": ("why: It is not safe.", "why: [[reed]]", "write one paragraph of Markdown"),
    "a list for a date": ("    date: 2025-05-11", "    date: [2025-05-11]", "write 2025-05-10, 2025-05"),
    "text for a list": ("rejections:\n  - of: bridge", "rejections:\n    of: bridge", 'begin each item with "- "'),
    "a word for a proposal": ("sources:\n", "  x: done\nsources:\n", 'Expected "NextStep"'),
    "a list for the actors": ("  council: Decides.\n  traders: Ask.\n", "  - council\n", "write it without dashes"),
    "an id that is none": ("  report:\n", "  The_report:\n", "write an id: lower-case letters"),
    "an empty list": ("by: traders", "by: []", "write an actor's id"),
    "blank text": ("title: The bridge", 'title: " "', "write text"),
    "a language by name": ("sources:\n", "lang: English\nsources:\n", "write a language tag"),
    "a status without its reason": ("    by: traders\n", "    status: lapsed\n    by: traders\n", "status_note"),
}


@pytest.fixture(scope="module")
def told(server: Server) -> dict[str, list[Fault]]:
    """What the server tells of each of the faults."""
    texts = [TEXT.replace(old, new, 1) for old, new, _ in FAULTS.values()]
    return dict(zip(FAULTS, server.faults(FILE, *texts), strict=True))


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_where_the_build_tells_it(name: str, told: dict[str, list[Fault]], tmp_path: Path) -> None:
    """A missing key is told one line above: at the key of what lacks it, not at its first key."""
    old, new, message = FAULTS[name]
    assert old in TEXT
    (fault,) = told[name]
    assert message in fault.message
    if name == "a status without its reason":  # told by the whole site's checks, once nothing else is wrong
        return
    (problem,) = content(town.written(tmp_path, {FILE: TEXT.replace(old, new, 1)})).problems
    place = (problem.place.line, problem.place.column)
    assert (fault.line, fault.column) == place or (
        name == "a missing key" and (fault.line, fault.column) == (place[0] - 1, place[1] - 2)
    )


def test_actors_and_settings_are_checked_and_completed_too(server: Server) -> None:
    line = modeline("briefs/actors.yaml")
    offered = server.completions("briefs/actors.yaml", f"{line}reed:\n  name: Ann Reed\n  ¦\n")
    assert {"kind", "aka", "speaks_for", "wikidata"} <= set(offered)
    ((fault,),) = server.faults("briefs/actors.yaml", f"{line}reed:\n  name: Ann Reed\n  kind: persn\n")
    assert fault == Fault(4, 9, "write one of person, state, organisation, group")
    line = modeline("site.yaml")
    assert {"tagline", "policies"} <= set(server.completions("site.yaml", f"{line}name: The Desk\n¦"))
    assert "Who runs the site" in server.hover("site.yaml", f"{line}policies:\n  abo¦ut: We.\n")
    ((fault,),) = server.faults("site.yaml", f"{line}adress: https://example.org/\n")
    assert fault == Fault(2, 1, "Property adress is not allowed.")
