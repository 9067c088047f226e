"""oEmbed: what a consumer needs of a card, as JSON."""

import json

from parley.pages.coded import OembedView
from parley.render.oembed import oembed_json


def test_a_response_has_what_the_type_rich_asks_for() -> None:
    view = OembedView(
        title='"A" & <B>',
        provider="The Desk",
        home="https://desk.example/",
        html='<iframe src="https://desk.example/embed/a/b/"></iframe>',
        width=600,
        height=400,
    )
    assert json.loads(oembed_json(view)) == {
        "version": "1.0",
        "type": "rich",
        "title": '"A" & <B>',
        "provider_name": "The Desk",
        "provider_url": "https://desk.example/",
        "html": '<iframe src="https://desk.example/embed/a/b/"></iframe>',
        "width": 600,
        "height": 400,
        "cache_age": 86400,
    }
