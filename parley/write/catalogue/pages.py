"""What is told of finished pages: links that lead nowhere, and pages that are too heavy."""

from __future__ import annotations

from parley.write.catalogue.entry import Entry
from parley.write.catalogue.files import SHORT

ENTRIES = (
    Entry(
        code="dead-link",
        title="A link on a page that leads nowhere",
        says="A page of the finished site links to a page, or to a place on one, that the site does not have. Mend "
        "the address in the brief. Links to other parts of the site are best written as `[[actor-id]]` or "
        "`[[brief:its-name]]`, which are checked as you type.",
        wrong="wrote to it [the next day](../letters/).",
        right="wrote to it the next day.",
    ),
    Entry(
        code="budget",
        title="A page that is too heavy",
        says="A page has grown past what a cheap phone on a slow line can show at once. It is published all the same, "
        "up to a limit at which nothing is. Split the brief in two, or shorten it; `parley check --pages` tells how "
        "much room there is.",
        file="briefs/bridge-worth.yaml",
        whole=True,
        wrong=f"{SHORT}unknown:\n" + "".join(f"  - What arch {n} is worth.\n" for n in range(1_600)),
        right=f"{SHORT}unknown:\n  - What an arch is worth.\n",
    ),
)
