"""Next steps and briefs that are due, wait for themselves, or say less than is known."""

from __future__ import annotations

from parley.write.catalogue.entry import Entry

PUBLISHED = "published: 2025-05-01\n"
STEP = """\
    title: The engineer reports
    date: 2025-07-01
    about: keep-open
"""

ENTRIES = (
    Entry(
        code="step-overdue",
        title="A next step that is overdue",
        says="The day of the step has passed, and nothing says what became of it. Readers are told that it is "
        "overdue. Find out, and add its `outcome`: done, partly, not-done, postponed or cancelled.",
        wrong="  report:\n    title: The engineer reports\n    date: 2025-05-20\n",
        right="  report:\n    title: The engineer reports\n    date: 2025-07-01\n",
    ),
    Entry(
        code="outcome-undated",
        title="An outcome without a date",
        says="The step has an outcome though its own day has not come, and the outcome has no date. So nobody can "
        "tell from when on it is known, and it is not shown before the step's day. Add the date on which it came "
        "about.",
        wrong=f"{STEP}    outcome: {{result: cancelled, source: minutes}}\n",
        right=STEP,
    ),
    Entry(
        code="outcome-without-needs",
        title="A step that is done before what it needs",
        says="The step is told to be done, but something that it `needs` has not come about, as far as the brief "
        "knows. Correct the outcome or the need, or add the answer or the outcome that is missing.",
        wrong="    date: 2025-05-10\n    about: keep-open\n    needs: keep-open\n"
        "    outcome: {result: done, date: 2025-05-10, source: minutes}\n",
        right="    date: 2025-07-01\n    about: keep-open\n",
    ),
    Entry(
        code="needs-circle",
        title="Steps that wait for one another",
        says="Each of these steps needs the next, and the last needs the first, so that none could ever happen. Take "
        "one of the needs out, or write it in words of your own.",
        wrong=f"{STEP}    needs: repair\n    source: minutes\n  repair:\n    title: The bridge is repaired\n"
        "    date: 2025-09-01\n    needs: report\n    source: minutes\n",
        right=f"{STEP}    source: minutes\n",
    ),
    Entry(
        code="brief-expired",
        title="A brief past its end",
        says="The day under `expires` has come: somebody held that the brief would be of no use after it. Look at it "
        "again; set a later day, or leave it as it is. Readers are told that it has ended.",
        wrong=f"{PUBLISHED}expires: 2025-05-31\n",
        right=PUBLISHED,
    ),
    Entry(
        code="review-due",
        title="A brief to look at again",
        says="The day under `review_by` has passed. Read the brief again, mend what is no longer so, and set a later "
        "day or take the key out.",
        wrong=f"{PUBLISHED}review_by: 2025-05-31\n",
        right=PUBLISHED,
    ),
    Entry(
        code="update-missing",
        title="News without an update",
        says="The brief tells of something newer than the last of its `updates`, so readers who come back are told "
        "that nothing has changed. Add an entry to `updates` with the day and what is new.",
        wrong="  - date: 2025-05-03\n    what: The council has answered.\n",
        right="  - date: 2025-05-10\n    what: The council has answered.\n",
    ),
    Entry(
        code="nothing-published",
        title="No brief that is published yet",
        says="Every brief has a `published` later than the day that the site is built as of, so the site would be "
        "empty. Build as of a later day (`--as-of`), or correct `published`.",
        wrong="published: 2025-06-02\n",
        right=PUBLISHED,
    ),
)
