"""Dates that are none, and dates that can't be true together."""

from __future__ import annotations

from parley.write.catalogue.entry import Entry

LATER = """\
  - of: keep-open
    by: reed
    date: 2025-05-10
    why: It is not safe for lorries.
    source: minutes
"""

ENTRIES = (
    Entry(
        code="bad-date",
        title="A date in another form, or one that does not exist",
        says="A date is written year, month, day: `2025-05-10`. Where less is known, `2025-05` or `2025` will do, "
        "`2025-05~` is about then, `2025-05-08/2025-05-10` a span. Other forms are not guessed at: 5/10 is in May for "
        "some and in October for others.",
        wrong="date: 10 May 2025\n    why",
        right="date: 2025-05-10\n    why",
    ),
    Entry(
        code="answer-before-proposal",
        title="An answer before its proposal",
        says="The answer is dated before the proposal that it answers, which can't be. One of the two dates is wrong, "
        "or `of` names the wrong proposal.",
        wrong="date: 2025-05-01\n    why",
        right="date: 2025-05-10\n    why",
    ),
    Entry(
        code="withdrawn-before-date",
        title="A proposal withdrawn before it was made",
        says="`withdrawn` is a day before the proposal's own `date`, which can't be. Correct one of the two.",
        wrong="    date: 2025-05-02\n    withdrawn: 2025-05-01\n    source: letter\n",
        right="    date: 2025-05-02\n    source: letter\n",
    ),
    Entry(
        code="deadline-before-date",
        title="An answer wanted before the proposal was made",
        says="`answer_by` is a day before the proposal's own `date`, which can't be. Correct one of the two.",
        wrong="    date: 2025-05-02\n    answer_by: 2025-04-30\n    source: letter\n",
        right="    date: 2025-05-02\n    source: letter\n",
    ),
    Entry(
        code="outcome-before-step",
        title="An outcome before its step",
        says="The next step is told to have happened before the day it was planned for. Where it came early, change "
        "the step's own `date` to the day it came; else correct the date of the outcome.",
        wrong="    date: 2025-07-01\n    about: keep-open\n"
        "    outcome: {result: done, date: 2025-05-10, source: minutes}\n",
        right="    date: 2025-07-01\n    about: keep-open\n",
    ),
    Entry(
        code="same-day-answers",
        title="Two different answers on one day",
        says="One side gave two different answers to the same proposal on the same day, in two lists, and nothing "
        "says which came later. The later one is the side's position, so it must be known. Give both a time, such as "
        "`2025-05-10T14:30`.",
        wrong=f"{LATER}\nacceptances:\n  - of: keep-open\n    by: reed\n    date: 2025-05-10\n    source: minutes\n",
        right=LATER,
    ),
)
