"""The catalogue's entries on changes from one version to the next, which `parley diff` tells of."""

from __future__ import annotations

from parley.write.catalogue.entry import Entry

ENTRIES = (
    Entry(
        code="uncorrected-change",
        title="A published fact changed without a correction",
        says="Only `parley diff` tells this, since it compares two versions: a date, a speaker, a quote, a reason or a"
        " title that was published is another one now or is gone, and readers who saw the old one should be told. Add"
        " an entry to `corrections`: the `date`, what it `was`, what it is `now`, and `where`, the id of the item. What"
        " you add where nothing stood, a slip of the pen, and a plan that changed before its day need none.",
    ),
)
