"""Popolo as JSON: one object of lists."""

import json

from parley.pages.coded import PopoloView
from parley.render.popolo import popolo_json


def test_the_lists_stand_under_their_names() -> None:
    view = PopoloView(persons=({"id": "a", "name": "Ä"},), organizations=(), memberships=(), motions=(), vote_events=())
    body = popolo_json(view)
    assert body.endswith(b"\n")
    assert "Ä" in body.decode()
    assert json.loads(body) == {
        "persons": [{"id": "a", "name": "Ä"}],
        "organizations": [],
        "memberships": [],
        "motions": [],
        "vote_events": [],
    }
