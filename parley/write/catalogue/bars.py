"""A text of several lines that lacks the bar behind its key."""

from __future__ import annotations

from parley.write.catalogue.entry import Entry

ENTRIES = (
    Entry(
        code="no-bar",
        title="A text of several lines without a bar",
        says="A text goes over several lines, has a colon in it, and does not begin with a bar (`|`) behind its key. "
        "YAML takes the word before the colon for another key. Write the bar behind the key, and the whole text "
        "indented below it: then nothing in it means anything to YAML.",
        wrong="""what: The council of Alder met on 1 May: it was short.[^minutes] [[traders|The traders]] wrote to it
  the next day.
""",
        right="""what: |
  The council of Alder met on 1 May.[^minutes] [[traders|The traders]] wrote to it the next day.
""",
    ),
)
