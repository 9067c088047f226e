"""Keys that are unknown, missing or empty, and what stands under them in the wrong shape."""

from __future__ import annotations

from parley.write.catalogue.entry import Entry

ENTRIES = (
    Entry(
        code="unknown-key",
        title="A key that does not exist",
        says="There is no key of this name in this place, so what stands under it would never be shown. Most often it "
        "is misspelt, or indented too far or not far enough. The message names the nearest key, or all that there are.",
        wrong="    tilte: The engineer reports",
        right="    title: The engineer reports",
    ),
    Entry(
        code="missing-key",
        title="A key that must be there",
        says="Something can't be shown without this key: a brief without a title, an answer without a date. The "
        "message shows how it is written; the place is the first line of what lacks it.",
        wrong="  report:\n    title: The engineer reports\n    about: keep-open\n",
        right="  report:\n    title: The engineer reports\n    date: 2025-07-01\n    about: keep-open\n",
    ),
    Entry(
        code="empty",
        title="A key with nothing under it",
        says="The key is there, but its value is not, or a list has an item with nothing in it. Write the value. A "
        "key that is not required may simply be left out.",
        wrong="title:\npublished: 2025-05-01",
        right="title: Who pays for the bridge?\npublished: 2025-05-01",
    ),
    Entry(
        code="not-a-map",
        title="Keys were expected",
        says="In this place stand words with a colon, each with something under it, and what was found is a list or a "
        "plain text. Actors, proposals, steps and sources are written this way because others refer to them by that "
        "word. Take the dashes away, and give each a word and a colon.",
        wrong="  - council: Decides whether the bridge is closed.\n"
        "  - traders: Ask for it to stay open.\n"
        "  - reed: Speaks for the council.\n",
        right="  council: Decides whether the bridge is closed.\n"
        "  traders: Ask for it to stay open.\n"
        "  reed: Speaks for the council.\n",
    ),
    Entry(
        code="not-a-list",
        title="A list was expected",
        says="In this place stands a list: each item begins with a dash and a space. Answers, events and updates are "
        "written this way because nobody refers to them by name. Put a dash before each item.",
        wrong="  date: 2025-05-10\n  what: The council has answered.\n  changed: keep-open\n",
        right="  - date: 2025-05-10\n    what: The council has answered.\n    changed: keep-open\n",
    ),
    Entry(
        code="not-text",
        title="Plain text was expected",
        says="A list or keys stand where one plain text belongs. Often the text has brackets or a colon in it that "
        "YAML takes for its own: put such a text in quotation marks.",
        wrong="why: [It is not safe for lorries.]",
        right="why: It is not safe for lorries.",
    ),
    Entry(
        code="torn-item",
        title="A dash before every key",
        says="A dash begins a new item of the list. Here every key has one, so that each key became an item of its "
        "own. Leave the dash before the first key and put two spaces in the place of the others.",
        wrong="  - date: 2025-05-10\n  - what: The council has answered.\n  - changed: keep-open\n",
        right="  - date: 2025-05-10\n    what: The council has answered.\n    changed: keep-open\n",
    ),
    Entry(
        code="list-as-text",
        title="Several ids in one text",
        says='Several ids stand in one text, parted by commas or "and", and so they are taken for one id with an odd '
        "name. Put them in square brackets, parted by commas.",
        wrong="    to: council, reed\n",
        right="    to: council\n",
    ),
)
