"""The catalogue's entries on changes from one version to the next, which `parley diff` tells of."""

from __future__ import annotations

from parley.write.catalogue.entry import Entry

ENTRIES = (
    Entry(
        code="uncorrected-change",
        title="A published fact changed without a correction",
        says="`parley diff` compares two versions of a site. Where a brief was published, and a date, a speaker, a "
        "quote, a reason or a title in it is another one now or is gone, readers who saw the old one should be told. "
        "Add an entry to the brief's `corrections`: the `date`, what it `was`, what it is `now`, and `where`, the id "
        "of the item. If the old words were right, put them back. What you add where nothing stood needs no "
        "correction, and neither does a slip of the pen, a date that is known more exactly, or a plan that changed "
        "before its day. This can't be shown by one file: it takes an earlier version to compare with.",
    ),
)
