"""The schema says every key, as the nouns have it, and every id of the site, by name."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from parley.model.brief import Brief
from parley.model.names import Named, Names
from parley.model.proposal import Answer
from parley.model.schema import shape
from parley.write import json_offers
from parley.write.json_schema import schemas
from parley.write.reference import CHAPTERS

NAMES = Names(
    actors={"reed": Named("Ann Reed", "Mayor, speaks for council"), "council": Named("Town Council", "organisation")},
    proposals={"town/bridge": Named("Keep it open"), "city/bridge": Named("Close it"), "city/plan": Named("The plan")},
    steps={"town/report": Named("The engineer reports")},
    sources={f"{slug}/minutes": Named("Minutes", slug) for slug in ("a", "b", "c", "d")},
)


def made(names: Names = NAMES) -> dict[str, Any]:
    return {name: json.loads(text) for name, text in schemas(names).items()}


def parts(schema: Any) -> Iterator[dict[str, Any]]:
    """Every map in ``schema``."""
    for inner in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from parts(inner)
    if isinstance(schema, dict):
        yield schema


def offered(schema: dict[str, Any], kind: str) -> dict[str, dict[str, Any]]:
    """The choices of a kind of reference, by id."""
    return {choice["const"]: choice for choice in schema["definitions"][kind]["anyOf"] if "const" in choice}


SECTIONS = [(chapter.title, chapter.noun) for chapter in CHAPTERS if chapter.noun is not Answer]


@pytest.mark.parametrize(("title", "noun"), SECTIONS, ids=[title for title, _ in SECTIONS])
def test_every_key_is_there_with_what_it_is_for_and_an_example(title: str, noun: Any) -> None:
    fields = shape(noun).fields
    originals = [file for name, file in made().items() if "translation" not in name]
    keyed = [part for file in originals for part in parts(file) if list(part.get("properties", ())) == [*fields]]
    assert keyed, title
    for schema in keyed:
        assert schema["additionalProperties"] is False
        assert schema["required"] == [field.key for field in fields.values() if field.required]
        for key, field in fields.items():
            told = schema["properties"][key]
            assert told["markdownDescription"] == f"{field.doc}\n\n```yaml\n{field.example}\n```"
            assert told["description"].startswith(f"{field.doc}\n")


def test_ids_are_choices_with_names() -> None:
    actors = offered(made()["brief.json"], "actor")
    assert (actors["reed"]["title"], actors["reed"]["description"]) == (
        "Ann Reed",
        "Ann Reed (Mayor, speaks for council)",
    )
    assert set(offered(made()["actors.json"], "actor")) == {"reed", "council"}
    assert made()["brief.json"]["properties"]["who"]["properties"]["council"]["description"] == (
        "Town Council (organisation)"
    )


def test_what_several_briefs_call_by_one_id_is_named_for_all_of_them() -> None:
    brief = made()["brief.json"]
    proposals = offered(brief, "proposal")
    assert proposals["bridge"]["title"] == "Keep it open / Close it"
    assert proposals["bridge"]["description"].endswith("(in town and city)")
    assert proposals["city/bridge"]["title"] == "Close it"
    assert proposals["plan"]["description"] == "The plan (in city)"
    assert offered(brief, "source")["minutes"]["description"] == "in 4 briefs"
    assert "title" not in offered(brief, "source")["minutes"]


def test_conditions_offer_steps_too_and_what_was_changed_may_be_a_key() -> None:
    brief = made()["brief.json"]
    assert {"report", "town/report", "plan"} <= set(offered(brief, "condition"))
    assert {"report", "minutes", "plan", *shape(Brief).fields} <= set(offered(brief, "item"))
    assert "report" not in offered(brief, "proposal")


def test_a_large_site_offers_so_many_and_takes_the_others_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_offers, "MOST", 1)
    brief = made()["brief.json"]
    assert set(offered(brief, "actor")) == {"reed"}
    assert set(brief["properties"]["who"]["properties"]) == {"reed"}
    assert any("pattern" in member for member in brief["definitions"]["actor"]["anyOf"])


def test_no_title_but_that_of_an_id_stands_over_what_is_explained() -> None:
    for file in made().values():
        assert all("const" in part for part in parts(file) if isinstance(part.get("title"), str))


def test_the_same_names_make_the_same_bytes() -> None:
    assert schemas(NAMES) == schemas(NAMES)
    assert all(text.endswith(b"}\n") for text in schemas(NAMES).values())
