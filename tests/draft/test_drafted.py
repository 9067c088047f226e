"""What is found in articles, how much of it is noise, and that every skeleton is a file that the reader takes."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from parley.draft.drafted import drafted
from parley.read.content import content
from tests.draft.articles import EXPECTED, TRADE, WIRE
from tests.sites import written

EDITORIAL = {"todo"}
HOSTILE = [
    "#: [[x]] [^y] {a: b} & * ! | > % @ ` proposed\n" * 5,
    "Canada rejected [[the plan]] and \"it\": 'no' # not [^this] \\ today.\n" * 3,
    "\x00\x07\x1b[31m\ud7ff\ufeff\u2028 Canada proposed\x85 a \x9b plan.",
    "Canada proposed a plan.\r\n\r\nNorway rejected it.\r",
    "加拿大提出了一项建议。 Канада предложила план. كندا ترفض",
    "TODO TODO-x proposed TODO to Canada.",
    "",
    "“" * 500 + '"' * 501 + " Canada rejected it.",
    "Mayor TODO Null proposed a plan. Mayor True Con rejected the plan of Nul Aux Council.",
]


def _found(article: str) -> list[tuple[str, tuple[str, ...], str]]:
    one = drafted(article, ()).found
    every = [*one.offers, *one.answers, *one.steps]
    return [(each.move.kind, each.move.by, sentence.text) for each in every for sentence in each.sentences]


def test_most_of_what_a_reporter_would_lay_out_is_found_and_little_else() -> None:
    hits = wanted = candidates = 0
    for article, expected in EXPECTED.items():
        found = _found(article)
        wanted, candidates = wanted + len(expected), candidates + len(found)
        for kind, who, part in expected:
            hit = any(kind == one and who in by and part in text for one, by, text in found)
            hits += hit
            if not hit:
                print("missed:", kind, who, part)
    print(f"recall {hits}/{wanted}, precision {hits}/{candidates}")
    assert hits >= 0.8 * wanted
    assert hits >= 0.7 * candidates


def test_relative_days_are_worked_out_from_the_day_of_the_article() -> None:
    found = drafted(WIRE, ()).found
    assert next(offer.date for offer in found.offers if offer.move.kind == "proposal") == "2025-06-03"
    assert [step.date for step in found.steps if "June 20" in step.move.what] == ["2025-06-20"]


@pytest.mark.parametrize("article", [*HOSTILE, *EXPECTED], ids=range(len(HOSTILE) + len(EXPECTED)))
def test_whatever_an_article_holds_only_todos_are_told(tmp_path: Path, article: str) -> None:
    text = drafted(article, ()).text
    problems = content(written(tmp_path, {"briefs/bridge.yaml": text})).problems
    assert {problem.code for problem in problems} == EDITORIAL, problems
    assert {problem.severity for problem in problems} == {"warning"}


def test_a_long_article_takes_less_than_a_second() -> None:
    began = time.perf_counter()
    drafted(TRADE * 60, ())
    assert time.perf_counter() - began < 1
