"""How to read and to cite the site, for programs that answer from it."""

from __future__ import annotations

READING = (
    "A brief follows one dispute: who proposed what to whom, who accepted or rejected it and why, what comes next.",
    "The status of a proposal follows from the recorded answers by rules that are the same for everyone.",
    "“No answer” means that no answer is known. It is never a no.",
    "Answers name their speaker, day and source. Name the speaker and the source, not this site alone.",
    "Statuses and answers change. Say as of which day something was so.",
)


def citing(name: str) -> str:
    """How to cite a brief of the site ``name``."""
    return f"To cite a brief: “Its title”. {name}, the day of its last update. Its address."
