"""What an editor would mark: claims without a source, sentences that are too long, and what nobody uses."""

from __future__ import annotations

from parley.write.catalogue.entry import Entry

ENTRIES = (
    Entry(
        code="claim-without-source",
        title="A claim without a source",
        says="A proposal, an answer, an event or an outcome does not say where it is known from, so that readers can't "
        "check it. List the report under `sources` and name its id in the item. A citation in the item's own text, "
        "such as `[^letter]`, will do, too. A next step needs no source of its own.",
        wrong="""    why: It is not safe for lorries.

next_steps:
""",
        right="""    why: It is not safe for lorries.
    source: minutes

next_steps:
""",
    ),
    Entry(
        code="rejection-without-reason",
        title="A no without a reason",
        says="A rejection has neither `why` nor `quote`. Why somebody said no is what readers come for. Where no "
        "reason was given, say so: `why: She gave no reason.`",
        wrong="""    date: 2025-05-10
    source: minutes
""",
        right="""    date: 2025-05-10
    why: It is not safe for lorries.
    source: minutes
""",
    ),
    Entry(
        code="source-not-cited",
        title="A source that nothing cites",
        says="A source is listed, and no item and no text of this brief names it. Either something rests on it and "
        "does not say so, or it can go.",
        wrong="""    kind: official
    url: https://example.org/minutes
  leaflet:
    title: A leaflet of the traders
""",
        right="""    kind: official
    url: https://example.org/minutes
""",
    ),
    Entry(
        code="actor-not-used",
        title="An actor whom nobody mentions",
        says="An actor is defined, and no brief mentions them: neither by id nor by name, nor by way of somebody who "
        "speaks for them or is one of them. Often the id is spelt in two ways, or a draft was cut. Actors of a brief "
        "are looked for in that brief, shared ones in all.",
        file="briefs/actors.yaml",
        wrong="""  role: Mayor
  speaks_for: council
harbour-board:
  name: Alder Harbour Board
  kind: organisation
""",
        right="""  role: Mayor
  speaks_for: council
""",
    ),
    Entry(
        code="term-not-used",
        title="A term that is never used",
        says="The glossary explains a term, and the brief does not use it, so that no reader is led to it. Explain the "
        "term as the text has it: `package of sanctions`, not `sanctions package`.",
        wrong="""glossary:
  weight limit: The heaviest lorry that may cross.

sources:
  letter:
""",
        right="""sources:
  letter:
""",
    ),
    Entry(
        code="long-quote",
        title="A quote of more than 60 words",
        says="A long quote is not read, and who reads it can't tell what matters in it. Keep the words that matter, "
        "and say the rest in your own. Words are not counted in scripts that put no space between them.",
        wrong="    quote: " + "We will not close our eyes to what the lorries do to it. " * 5 + "That is all.\n",
        right="    why: It is not safe for lorries.\n",
    ),
    Entry(
        code="long-sentence",
        title="A sentence of more than 25 words at the top",
        says="The summary and the first thing that is not known stand in the box at the top of the page, where most "
        "readers stop. Sentences of up to 25 words are read at once; make two of a longer one.",
        wrong="summary: The council wants to close the bridge because it is not safe for lorries any more, and the "
        "traders of the town, who live by those who cross it, want it kept open.\n",
        right="summary: The council wants to close the bridge. The traders want it kept open.\n",
    ),
    Entry(
        code="loaded-word",
        title="A word that takes sides",
        says="Only where `site.yaml` asks for it: `loaded_words: english` for a short list of ours, or a list of your "
        "own, such as `loaded_words: [regime, so-called]`. The brief's own text is looked at, what stands in quotation "
        "marks and under `quote` is not. Told once for each word of a brief.",
        wrong="    why: The mayor admitted that it is not safe for lorries.\n",
        right="    why: It is not safe for lorries.\n",
        beside={"site.yaml": "loaded_words: english\n"},
    ),
)
