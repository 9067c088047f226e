"""The entry for what a writer has put off."""

from __future__ import annotations

from parley.write.catalogue.entry import Entry

ENTRIES = (
    Entry(
        code="todo",
        title="Something is not settled yet",
        says=(
            "A value is `TODO`, or begins with it. `parley draft` writes it wherever an article does not say enough, "
            "and you may write it yourself under any key. Replace it by what belongs there, or take the line out. "
            "A brief that is no draft can't be published with it."
        ),
        wrong="    date: TODO the day of the letter\n    source: letter\n\nrejections:",
        right="    date: 2025-05-02\n    source: letter\n\nrejections:",
    ),
)
