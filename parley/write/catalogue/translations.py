"""Translations that fit nothing, lack something, or have grown old."""

from __future__ import annotations

from parley.write.catalogue.entry import Entry

SITE = {"site.yaml": "languages: [de]\n"}
ACTORS = """\
council:
  name: Stadtrat von Alder
traders:
  name: Händler von Alder
reed:
  name: Ann Reed
  role: Bürgermeisterin
"""
BRIDGE = """\
translated: 2025-05-11
title: Wer bezahlt die Brücke?
summary: Der Rat will die Brücke schließen. Die Händler wollen, dass sie offen bleibt.
what: |
  Der Rat von Alder tagte am 1. Mai.[^minutes] [[traders|Die Händler]] schrieben ihm am Tag darauf.

who:
  council: Entscheidet, ob die Brücke geschlossen wird.
  traders: Wollen, dass sie offen bleibt.
  reed: Spricht für den Rat.

proposals:
  keep-open:
    title: Die Brücke offen halten

rejections:
  - of: keep-open
    by: reed
    why: Für Lastwagen ist sie nicht sicher.

next_steps:
  report:
    title: Der Ingenieur berichtet

updates:
  - date: 2025-05-10
    what: Der Rat hat geantwortet.
"""
AROUND = {**SITE, "briefs/actors.de.yaml": ACTORS, "briefs/bridge.de.yaml": BRIDGE}
FILE = "briefs/bridge.de.yaml"

ENTRIES = (
    Entry(
        code="translation-language",
        title="A language that the site does not have",
        says="The file's name says that it is a translation, but the site has no edition in that language, so readers "
        "do not see it. Name the language under `languages` in `site.yaml`, or take the file away. The language of the "
        "site itself is no further one, and an edition can't have the address of a page of your own.",
        file="site.yaml",
        whole=True,
        wrong="languages: []\n",
        right=SITE["site.yaml"],
        beside={"briefs/actors.de.yaml": ACTORS, FILE: BRIDGE},
    ),
    Entry(
        code="translation-misfit",
        title="A translation that fits nothing",
        says="A translation has something that its original does not have: an id, a point of a list, an answer, or a "
        "whole brief or page. Most often the original was changed since, or an id was mistyped. Look at the original, "
        "and translate what stands there. Items of a list are found by what they share with it, such as `of` and `by`.",
        file=FILE,
        wrong="  keep-it-open:\n    title: Die Brücke offen halten\n",
        right="  keep-open:\n    title: Die Brücke offen halten\n",
        beside=AROUND,
    ),
    Entry(
        code="translated-fact",
        title="Something in a translation that is no text",
        says="A translation has words only. Dates, ids, answers and sources stand in the original and are the same in "
        "every language, so that they can't come to differ. Take the line out.",
        file=FILE,
        wrong="    title: Die Brücke offen halten\n    date: 2025-05-02\n",
        right="    title: Die Brücke offen halten\n",
        beside=AROUND,
    ),
    Entry(
        code="translation-missing",
        title="Words without a translation",
        says="Readers of the edition see these words as they stand in the original. Translate them when you can; a "
        "page of which a part is not translated says so. `parley new translation` writes a file with all that there is "
        "to translate.",
        file=FILE,
        wrong="  - of: keep-open\n    by: reed\n    why:\n",
        right="  - of: keep-open\n    by: reed\n    why: Für Lastwagen ist sie nicht sicher.\n",
        beside=AROUND,
    ),
    Entry(
        code="translation-stale",
        title="A translation that is older than its original",
        says="The original was updated after the day on which the translation was last held against it, and the page "
        "tells its readers so. Look at what has changed, bring the translation up to date, and write the day on which "
        "you did under `translated`. A page of your own has no day; its translation counts as older where its headings "
        "are other in number or level than those of the original.",
        file=FILE,
        wrong="translated: 2025-05-02\n",
        right="translated: 2025-05-11\n",
        beside=AROUND,
    ),
)
