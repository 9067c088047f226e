"""Values that do not fit the key they stand under. Dates have a family of their own."""

from __future__ import annotations

from parley.write.catalogue.entry import Entry

ENTRIES = (
    Entry(
        code="bad-choice",
        title="A word that is no choice of this key",
        says="Under this key stands one of a few words, written exactly so, in small letters. The message names the "
        "nearest one, or all of them.",
        wrong="    kind: demands\n",
        right="    kind: demand\n",
    ),
    Entry(
        code="too-long",
        title="A text that is too long",
        says="Titles and other single lines have at most 2,000 characters, paragraphs 4,000 and longer texts 40,000. "
        "A text that is longer was most often pasted into the wrong place. Shorten it, or move it to `what` or "
        "`background`.",
        wrong="title: The engineer reports, " + "and reports again, " * 120 + "and is done",
        right="title: The engineer reports",
    ),
    Entry(
        code="bad-address",
        title="An address that is none",
        says="A web address begins with `https://` or `http://` and has no spaces in it. Copy it from the address bar "
        "of the browser, where it is whole.",
        wrong="url: example.org/letter",
        right="url: https://example.org/letter",
    ),
    Entry(
        code="bad-country",
        title="A country that is not a code of two letters",
        says="A country is given by its two capital letters of ISO 3166, such as `TR` for Turkey or `GB` for the "
        "United Kingdom. So it means the same in every language.",
        file="briefs/actors.yaml",
        wrong="  kind: organisation\n  country: UK\n",
        right="  kind: organisation\n",
    ),
    Entry(
        code="bad-language",
        title="A language that is not a code",
        says="A language is given by its code, such as `en`, `uk` or `pt-BR`, with a hyphen and not with an "
        "underscore. Browsers use it to hyphenate, to read aloud and to translate.",
        wrong="    publisher: Alder Traders\n    lang: English\n",
        right="    publisher: Alder Traders\n",
    ),
    Entry(
        code="bad-wikidata",
        title="A Wikidata id that is none",
        says="An item of Wikidata is given by its id, a capital Q and a number. Copy it from the address of the item's "
        "page: `https://www.wikidata.org/wiki/Q458`.",
        file="briefs/actors.yaml",
        wrong="  kind: group\n  wikidata: 458\n",
        right="  kind: group\n",
    ),
    Entry(
        code="bad-colour",
        title="A colour that is not a number",
        says="A colour is given by six hexadecimal digits, such as `0f5c6e`. With a `#` before them they need quotes, "
        "since YAML takes all that follows a bare `#` for a comment. Names such as `teal` are not taken: how well they "
        "are seen could not be measured.",
        file="site.yaml",
        whole=True,
        wrong="name: The Alder Desk\nidentity:\n  accent: teal\n",
        right="name: The Alder Desk\nidentity:\n  accent: 008080\n",
    ),
    Entry(
        code="bad-time-zone",
        title="A time zone that is none",
        says="A time zone is given by its region and city, such as `Europe/Kyiv`. Short forms such as CET are not "
        "taken, since they do not say when summer time begins.",
        file="site.yaml",
        whole=True,
        wrong="name: The Alder Desk\ntime_zone: London\n",
        right="name: The Alder Desk\ntime_zone: Europe/London\n",
    ),
)
