"""Proposals and answers that contradict themselves, one another, or what was typed of their status."""

from __future__ import annotations

from parley.write.catalogue.entry import Entry

DATED = "    date: 2025-05-02\n    source: letter\n"
WHY = "    why: It is not safe for lorries.\n"
ANSWER = f"{WHY}    source: minutes\n\n"
LORRIES = """\

  no-lorries:
    title: Keep the bridge open, without lorries
    by: traders
    to: council
    date: 2025-05-09
    source: letter
"""

ENTRIES = (
    Entry(
        code="condition-on-itself",
        title="Something that hangs on itself",
        says="The condition of an answer, or the need of a step, names the very thing that it belongs to, so it could "
        "never be met. Name another proposal or step, or write the condition in words of your own.",
        wrong=f"    unless: keep-open\n{WHY}",
        right=WHY,
    ),
    Entry(
        code="own-proposal",
        title="A side that answers its own proposal",
        says="The answer is by the side that made the proposal, which is most often a slip in `by` or `of`. A side "
        "that takes its proposal back has not rejected it: write `withdrawn` with the day. A proposal that was "
        "changed is a new one that `replaces` it.",
        wrong=f"{ANSWER}acceptances:\n  - of: keep-open\n    by: traders\n    date: 2025-05-10\n    source: minutes\n\n"
        "next_steps:\n",
        right=f"{ANSWER}next_steps:\n",
    ),
    Entry(
        code="condition-met",
        title="A condition that has come about",
        says="All that an answer was made to hang on has come, and the side has not answered again. Readers are told "
        "so. Look for its new answer, and add it once there is one.",
        wrong="    unless: report\n    source: minutes\n\nnext_steps:\n  report:\n    title: The engineer reports\n"
        "    date: 2025-05-10\n    about: keep-open\n    outcome: {result: done, date: 2025-05-10, source: minutes}\n",
        right="    source: minutes\n\nnext_steps:\n  report:\n    title: The engineer reports\n"
        "    date: 2025-07-01\n    about: keep-open\n",
    ),
    Entry(
        code="status-without-note",
        title="A status without a reason",
        says="Parley works out where a proposal stands from its answers. A `status` that is typed overrules that, so "
        "readers are owed the reason: write it under `status_note`, or leave `status` out.",
        wrong=f"{DATED}    status: rejected\n",
        right=DATED,
    ),
    Entry(
        code="status-differs",
        title="A status that the answers do not bear out",
        says="The `status` that was typed is another than the one that follows from the answers. That may well be "
        "meant, as `status_note` says. Check that it still holds; where it does not, leave `status` and `status_note` "
        "out.",
        wrong=f"{DATED}    status: accepted\n    status_note: The bridge stays open until the court has ruled.\n",
        right=DATED,
    ),
    Entry(
        code="nobody-asked",
        title="A day to answer by, and nobody to answer",
        says="The proposal has an `answer_by`, but no `to`: nobody is asked, so nobody can be late. Add `to` with "
        "those who are to answer.",
        wrong="    by: traders\n    date: 2025-05-02\n    answer_by: 2025-05-30\n",
        right="    by: traders\n    to: council\n    date: 2025-05-02\n",
    ),
    Entry(
        code="replaces-circle",
        title="Proposals that replace one another",
        says="Each of these proposals is told to replace the next, and the last to replace the first, so that none "
        "would stand. A later proposal replaces an earlier one: take the `replaces` out of the earliest.",
        wrong=f"    source: letter\n    replaces: no-lorries\n{LORRIES}    replaces: keep-open\n\nrejections:\n",
        right="    source: letter\n\nrejections:\n",
    ),
)
