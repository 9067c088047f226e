"""A brief is told as a background article, with its byline, its sources and its corrections."""

from pathlib import Path

from parley.pages.desk import Desk
from parley.pages.linked.article import article_nodes
from parley.pages.linked.node import Node
from tests.pages.linked.story import ADDRESS, BRIEF, desk_of


def told(desk: Desk) -> Node:
    return article_nodes(desk, desk.library.briefs["bridge"], "In short.")[0]


def changed(folder: Path, old: str, new: str) -> Node:
    assert old in BRIEF
    return told(desk_of(folder, **{"briefs/bridge.yaml": BRIEF.replace(old, new)}))


def names(things: object) -> list[object]:
    assert isinstance(things, list)
    return [thing["name"] for thing in things]


def test_headline_dates_language_and_place_in_the_site(desk: Desk) -> None:
    article = told(desk)
    expected = {
        "@type": "BackgroundNewsArticle",
        "@id": f"{ADDRESS}briefs/bridge/",
        "headline": "Who may cross the bridge?",
        "description": "In short.",
        "inLanguage": "en-GB",
        "datePublished": "2025-05-01T09:30+03:00",
        "dateModified": "2025-05-10",
        "author": [{"@type": "Person", "name": "Jane Doe"}],
        "publisher": {"@type": "Organization", "@id": f"{ADDRESS}#publisher", "name": "The Desk"},
        "isPartOf": {"@id": f"{ADDRESS}#site"},
        "keywords": ["Bridges", "Town planning"],
    }
    assert {name: article.get(name) for name in expected} == expected
    assert not {"license", "isAccessibleForFree", "creativeWorkStatus"} & article.keys()


def test_without_a_byline_the_publisher_is_the_author_and_so_with_its_name_in_it(tmp_path: Path) -> None:
    publisher = {"@id": f"{ADDRESS}#publisher"}
    assert changed(tmp_path / "a", "authors: [Jane Doe]\n", "")["author"] == [publisher]
    assert changed(tmp_path / "b", "[Jane Doe]", "[The Desk, Jo]")["author"] == [
        publisher,
        {"@type": "Person", "name": "Jo"},
    ]


def test_it_is_about_those_it_presents_and_mentions_everyone_else_who_takes_part(desk: Desk) -> None:
    article = told(desk)
    assert names(article["about"]) == ["Ann Reed", "Union of Trees"]
    assert names(article["mentions"]) == [
        *("The walkers", "Birch", "Alder", "Forest Office", "Bo Page"),
        *("Open the bridge", "Close the bridge", "Guard it", "Paint it"),
        "span",
    ]


def test_a_term_is_told_with_its_meaning(desk: Desk) -> None:
    assert told(desk)["mentions"][-1] == {  # type: ignore[index]
        "@type": "DefinedTerm",
        "@id": f"{ADDRESS}briefs/bridge/#term-span",
        "name": "span",
        "description": "What a bridge is made of.",
    }


def test_sources_are_cited_and_corrections_told_with_their_day(desk: Desk) -> None:
    article = told(desk)
    assert names(article["citation"]) == ["Minutes <b>&</b>", "A letter"]
    assert article["correction"] == [
        {
            "@type": "CorrectionComment",
            "text": "Was: It was on *2 May*. Now: It was on 3 May.",
            "datePublished": "2025-05-11",
        }
    ]


def test_a_draft_says_so(tmp_path: Path) -> None:
    from parley.read.content import content
    from tests.pages.linked.story import FILES
    from tests.sites import written

    files = {**FILES, "briefs/bridge.yaml": f"draft: true\n{BRIEF}"}
    (brief,) = content(written(tmp_path, files), drafts=True).briefs
    desk = desk_of(tmp_path / "other")
    assert article_nodes(desk, brief, "In short.")[0]["creativeWorkStatus"] == "Draft"


def test_its_events_stand_beside_it(desk: Desk) -> None:
    nodes = article_nodes(desk, desk.library.briefs["bridge"], "In short.")
    assert [node["name"] for node in nodes[1:]] == [
        "The fair",
        "The talks",
        "The late talks",
        "The dinner",
        "The dance",
    ]
