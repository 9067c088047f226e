"""The shapes for the browser are those of the nouns."""

import json

from parley.model.brief import Brief, NextStep
from parley.model.schema import shape
from parley.write.admin.shapes import shapes


def test_every_key_of_every_noun_is_there_with_what_stands_under_it() -> None:
    head, _, rest = shapes().partition("export const shapes = ")
    assert head.startswith("//")
    made = json.loads(rest.rstrip().rstrip(";"))
    assert set(made) == {"Brief", "Actor", "Proposal", "Rejection", "Acceptance", "Reaction", "NextStep", "Outcome",
                         "Event", "Source", "Update", "Correction"}  # fmt: skip
    for noun in (Brief, NextStep):
        of_noun = [(key["key"], key["form"], key.get("noun")) for key in made[noun.__name__]]
        assert of_noun == [(f.key, f.form, f.noun and f.noun.__name__) for f in shape(noun).fields.values()]
    by_key = {key["key"]: key for key in made["Brief"]}
    assert by_key["what"] == {"key": "what", "form": "one", "prose": True}
    assert by_key["draft"] == {"key": "draft", "form": "one", "flag": True, "default": False}
    assert by_key["aliases"] == {"key": "aliases", "form": "many", "id": True}
