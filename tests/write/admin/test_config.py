"""The configuration has a field for every key of the schema, and keeps what a site chose."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from parley.model.actor import Actor
from parley.model.brief import Brief, NextStep, Outcome
from parley.model.keys import Kind
from parley.model.proposal import Acceptance, Proposal, Reaction, Rejection
from parley.model.schema import shape
from parley.write.admin.config import KIND, config, own_keys
from parley.write.admin.fields import ID, TEXT, by_id, fields, singular


def made(*folders: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(config({}, folders or ["briefs"]))
    return found


def every_list(those: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    yield those
    for field in those:
        if "fields" in field:
            yield from every_list(field["fields"])


@pytest.mark.parametrize("noun", [Brief, Actor, Proposal, Rejection, Acceptance, Reaction, NextStep, Outcome])
def test_every_key_has_a_field_that_tells_what_it_is_for(noun: Any) -> None:
    keys = shape(noun).fields
    lists = [those for c in made()["collections"] for f in [c, *c.get("files", ())] for those in
             every_list(f.get("fields", []))]  # fmt: skip
    found = [those for those in lists if [it["name"] for it in those if it["name"] != ID] == list(keys)]
    assert found, noun
    for those in found:
        for field in those:
            if field["name"] == ID:
                continue
            key = keys[field["name"]]
            assert field["hint"].startswith(key.doc)
            assert field.get("required", True) is key.required
            assert field.get("options", []) == list(key.choices)


def test_no_two_fields_of_a_list_have_one_name_and_no_key_is_named_as_what_the_form_adds() -> None:
    for collection in made()["collections"]:
        for those in every_list(collection.get("fields") or collection["files"][0]["fields"]):
            names = [field["name"] for field in those]
            assert len(set(names)) == len(names)
    assert not {KIND, "kept"} & set(shape(Brief).fields)
    for field in shape(Brief).fields.values():
        if field.noun and field.form == "record-map":
            assert ID not in shape(field.noun).fields


def test_dates_and_ids_are_text_that_is_checked() -> None:
    by_name = {field["name"]: field for field in fields(Proposal)}
    assert by_name["date"]["widget"] == "string"
    assert by_name["date"]["pattern"][0].startswith("^")
    assert by_name["by"] == {"name": "by", "label": "By", "widget": "list",
                             "hint": "Who put it on the table. For example: macron, merz"}  # fmt: skip
    assert by_name["terms"]["field"] == {"name": TEXT, "label": "Point", "widget": "text"}
    assert by_id(Proposal, "")[0]["pattern"][1] == f"write {Kind.SLUG.value}"
    used = {widget["widget"] for those in every_list(fields(Brief)) for widget in those}
    assert used == {"string", "text", "list", "select", "boolean"}


def test_a_record_that_may_be_missing_is_a_list_of_one() -> None:
    (outcome,) = [field for field in fields(NextStep) if field["name"] == "outcome"]
    assert (outcome["widget"], outcome["max"], outcome["required"]) == ("list", 1, False)


def test_items_are_told_apart_and_named() -> None:
    by_name = {field["name"]: field for field in fields(Brief)}
    assert by_name["rejections"]["summary"] == "{{fields.of}} – {{fields.by}}"
    assert by_name["proposals"]["summary"] == "{{fields.title}}"
    assert by_name["events"]["summary"] == "{{fields.what}}"
    assert [singular(key) for key in ("next_steps", "who", "sources")] == ["Next step", "Actor", "Source"]


def test_each_folder_of_briefs_is_a_collection_of_its_own() -> None:
    collections = made("briefs", "briefs/2025/may")["collections"]
    assert [(it["name"], it["label"], it.get("folder")) for it in collections] == [
        ("briefs", "Briefs", "briefs"),
        ("briefs-2025-may", "Briefs in 2025/may", "briefs/2025/may"),
        ("shared", "Shared actors", None),
    ]
    assert collections[0]["filter"] == {"field": KIND, "value": "brief"}  # actors.yaml lies there, too


def test_what_a_site_chose_stays_and_the_rest_is_made_anew() -> None:
    own = {"backend": {"name": "gitlab", "repo": "a/b"}, "locale": "de", "collections": [], "editor": {"preview": True}}
    text = config(own, ["briefs"])
    assert own_keys(text)["backend"] == own["backend"]
    assert own_keys(text)["locale"] == "de"
    assert own_keys(text)["editor"] == {"preview": False}
    assert config(own_keys(text), ["briefs"]) == text
    assert own_keys(config({}, ["briefs"]))["backend"]["name"] == "proxy"


@pytest.mark.parametrize("text", ["a: [", "- a", "", "text"])
def test_a_configuration_that_can_t_be_read_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        own_keys(text)
