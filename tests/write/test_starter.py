"""What a new brief begins with builds as it stands."""

import datetime as dt
from pathlib import Path

import pytest

from parley.model.typed import as_typed
from parley.read.content import content
from parley.write.new_actor import NewActor
from parley.write.starter import Party, Told, free_id, slug_of, starter_brief, starter_site
from tests.sites import built_from, site_from

DAY = dt.date(2025, 5, 10)


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Who pays for the bridge?", "who-pays-for-the-bridge"),
        ("The café's roof: who pays", "the-cafes-roof-who-pays"),
        ("Erdoğan & Türkiye", "erdogan-turkiye"),
        ("Wałęsa, Ørsted, Straße", "walesa-orsted-strasse"),
        ("Переговори", ""),
        ("a" * 80, "a" * 60),
        ("one two " * 20, "one-two-one-two-one-two-one-two-one-two-one-two-one-two-one"),
    ],
)
def test_a_title_suggests_an_id(title: str, slug: str) -> None:
    assert slug_of(title) == slug


@pytest.mark.parametrize("title", ['A "quoted": title', "[[x]] # {y}", "back\\slash", "*&!%@`|>-", "two\nlines"])
def test_two_new_briefs_of_any_title_build_beside_each_other(tmp_path: Path, title: str) -> None:
    files = {"briefs/one.yaml": starter_brief(title, "one", DAY), "briefs/two.yaml": starter_brief(title, "two", DAY)}
    built = built_from(tmp_path, files, drafts=True, as_of="2025-05-10")
    assert built.site
    assert "briefs/one/index.html" in built.site
    assert [problem for problem in built.problems if "TODO" not in problem.found] == []


def test_a_new_brief_is_a_draft() -> None:
    assert "\ndraft: true\n" in starter_brief("A title", "a-title", DAY)


def test_a_new_site_builds_without_a_warning(tmp_path: Path) -> None:
    site = site_from(tmp_path, starter_site(DAY), strict=True, as_of="2025-05-10")
    assert "The first brief" in site["index.html"]


def test_what_is_left_to_write_says_todo_and_nothing_else_in_a_new_brief_looks_meant(tmp_path: Path) -> None:
    """So nothing of the example can be published as if somebody had written it: each text is a TODO."""
    site_from(tmp_path, {"briefs/one.yaml": starter_brief("The title", "one", DAY)}, drafts=True, as_of="2025-05-10")
    (brief,) = content(tmp_path, drafts=True).briefs
    (proposal,) = brief.proposals.values()
    (rejection,) = brief.rejections
    (step,) = brief.next_steps.values()
    (source,) = brief.sources.values()
    texts = [
        brief.summary, brief.what, *brief.who.values(), *(actor.name for actor in brief.actors.values()),
        proposal.title, rejection.why, step.title, source.title, source.publisher,
    ]  # fmt: skip
    assert [text for text in texts if not text.startswith("TODO ")] == []
    assert not any((proposal.terms, proposal.says, proposal.quote, rejection.quote, brief.unknown, source.url))
    assert all(item.source for item in (proposal, rejection, step))


def test_every_block_of_a_new_brief_is_explained_by_a_comment_above_it() -> None:
    lines = starter_brief("The title", "one", DAY).splitlines()
    blocks = [at for at, line in enumerate(lines) if line.endswith((":", "|")) and not line.startswith((" ", "#"))]
    assert len(blocks) == 7
    assert all(lines[at - 1].startswith("# ") for at in blocks)
    assert max(map(len, lines)) <= 120


def test_a_new_brief_holds_what_was_told_of_it(tmp_path: Path) -> None:
    new = NewActor(id="bo", name='Bo "B": Lind', kind="person", role="Shopkeeper")
    other = NewActor(id="alder", name="Alder", kind="state")
    told = Told(
        summary="It closes: soon.",
        parties=(Party(id="bo", part="Asks.", new=new), Party(id="alder", new=other)),
        proposal="First step",
        kind="demand",
        by="bo",
        to="alder",
    )
    text = starter_brief("T", "t", DAY, told)
    site_from(tmp_path, {"briefs/t.yaml": text}, drafts=True, as_of="2025-05-10")
    (brief,) = content(tmp_path, drafts=True).briefs
    assert brief.summary == "It closes: soon."
    assert dict(brief.who)["bo"] == "Asks."
    assert (brief.actors["bo"].name, brief.actors["bo"].role) == ('Bo "B": Lind', "Shopkeeper")
    (proposal,) = brief.proposals.values()
    assert (proposal.id, proposal.title) == ("t/first-step-2", "First step")
    assert (proposal.kind, proposal.by, proposal.to) == ("demand", ("bo",), ("alder",))


def test_a_proposal_to_nobody_asks_nobody(tmp_path: Path) -> None:
    parties = (
        Party(id="a", new=NewActor(id="a", name="A", kind="group")),
        Party(id="b", new=NewActor(id="b", name="B", kind="group")),
    )
    text = starter_brief("T", "t", DAY, Told(parties=parties, proposal="A word", kind="warning", by="b"))
    site_from(tmp_path, {"briefs/t.yaml": text}, drafts=True, as_of="2025-05-10")
    (proposal,) = content(tmp_path, drafts=True).briefs[0].proposals.values()
    assert (proposal.by, proposal.to) == (("b",), ())


@pytest.mark.parametrize(
    ("wanted", "taken", "free"),
    [("reed", [], "reed"), ("reed", ["reed", "reed-2"], "reed-3"), ("con", [], "con-2")],
)
def test_an_id_that_is_taken_or_reserved_gets_a_number(wanted: str, taken: list[str], free: str) -> None:
    assert free_id(wanted, taken) == free


def test_text_is_typed_so_that_yaml_reads_it_back() -> None:
    import yaml

    for text in ('a "b" c', "a\\b", "a: b # c"):
        assert yaml.safe_load(f"x: {as_typed(text)}")["x"] == text
