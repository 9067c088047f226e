"""A brief may be pasted from anywhere: whatever stands in its texts, every file of the site keeps its bones."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from parley.model.keys import Kind
from parley.render.environment import Escaping
from tests.reliability.figures import Chapter, Figures
from tests.reliability.hostile import payloads
from tests.reliability.hostile.bones import Bones, strange, whole
from tests.reliability.hostile.planting import filled, places
from tests.reliability.hostile.sites import MARKDOWN, PLAIN, harmless, made, sorted_out, turned

KINDS = {"plain text": PLAIN, "Markdown": MARKDOWN}
OURS = {"plain text": payloads.texts(), "Markdown": [*payloads.texts(), *payloads.MARKDOWN]}


def known(root: Path, *, prose: bool) -> list[dict[str, Bones]]:
    """The bones of the site with harmless words, short ones and long ones."""
    sites = [made(root, filled(harmless))[0]]
    sites.append(made(root, filled(lambda at, place: (word := harmless(at, place)) and f"{word}{' and more' * 12}"))[0])
    return [whole(site, prose=prose) for site in sites if site]


@pytest.mark.parametrize("sort", KINDS)
def test_every_text_is_refused_at_its_place_or_set_as_words_wherever_it_stands(
    sort: str, tmp_path: Path, figures: Figures
) -> None:
    kinds, prose = KINDS[sort], sort == "Markdown"
    usual = known(tmp_path, prose=prose)
    found: list[str] = []
    tried = [0, 0]
    for texts, rounds in rounds_of(OURS[sort], figures):
        taken, refused, wrong = sorted_out(tmp_path, texts, kinds)
        found += [f"refused elsewhere: {text!r}" for text in wrong]
        tried[1] += len(refused)
        assert len(taken) > len(texts) * 0.8, refused
        count = sum(place.kind in kinds for place in places())
        for number in range(rounds):
            chosen = turned(taken, number * (len(taken) // rounds or 1), kinds)
            site, errors = made(tmp_path, chosen)
            if errors:  # what may stand in one place may be refused in another
                wanting = {error.place.file for error in errors if error.place.line}
                tried[1] += len(errors)
                chosen = {place: word for place, word in chosen.items() if place.file not in wanting}
                site, errors = made(tmp_path, {**filled(harmless), **chosen})
            found += [str(error) for error in errors]
            found += strange(site, usual, prose=prose) if site else []
            tried[0] += sum(place.kind in kinds for place in chosen)
    what = f"hostile texts in places for {sort}"
    figures.tell(
        Chapter.HOSTILE, what, tried[0], len(found), f"{count} places; {tried[1]:,} texts refused where they stood"
    )
    assert found == [], "\n".join(found[:40])


def rounds_of(ours: list[str], figures: Figures) -> list[tuple[Sequence[str], int]]:
    """Texts, and how many sites are made of them: at most so many that each stands in every place once."""
    long = [(more, len(more) // 20)] if figures.long and (more := payloads.more()) else []
    return [(ours, figures.many(6, len(ours))), *long]


def test_an_address_is_refused_at_its_place_or_leads_to_the_web(tmp_path: Path, figures: Figures) -> None:
    urls = [place for place in places() if place.kind is Kind.URL]
    usual = known(tmp_path, prose=False)
    tried, refused, found = 0, 0, []
    for address in payloads.ADDRESSES:
        for place in urls if figures.long else urls[:1]:
            tried += 1
            site, errors = made(tmp_path, {**filled(harmless), place: address})
            refused += not site
            if site:
                found += [f"{address!r}: {each}" for each in strange(site, usual)]
            found += [str(error) for error in errors if error.place.file != place.file or not error.place.line]
    figures.tell(Chapter.HOSTILE, "tricks in addresses", tried, len(found), f"{refused} refused where they stand")
    assert len(payloads.ADDRESSES) >= 48
    assert refused > tried * 0.8
    assert found == [], "\n".join(found[:40])


def test_a_template_that_forgets_to_escape_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Test the test: without escaping, what stands in a place that pages show is seen. Two in three do: the others
    stand in files that aren't HTML."""
    usual = known(tmp_path, prose=False)
    monkeypatch.setattr(Escaping, "escaped", staticmethod(str))
    plain = [place for place in places() if place.kind in PLAIN][::6]
    shown = 0
    for place in plain:
        site, _ = made(tmp_path, {**filled(harmless), place: "<img src=x onerror=alert(1)> and so"})
        shown += bool(site and strange(site, usual))
    assert shown >= len(plain) * 2 / 3
