"""Ids that are none, and mentions of what does not exist."""

from tests.read.corpus.case import Case
from tests.read.town import spoilt, with_key

MET = "The council met."


def updated(changed: str) -> str:
    return with_key(f"updates: [{{date: 2025-05-13, what: New., changed: [{changed}]}}]")


def corrected(where: str) -> str:
    return with_key(f"corrections: [{{date: 2025-05-13, was: A., now: B., where: {where}}}]")


CASES = [
    *(
        Case(f"the id {name}", with_key(f"actors:\n  {name}: {{name: X, kind: state}}"), 34, "bad-id")
        for name in (
            "Other",
            "other_one",
            "other one",
            "other--one",
            "-other",
            "other-",
            "../other",
            "other/one",
            "othér",
            "оther",
            "other.one",
            "con",
            "lpt1",
            "x" * 101,
            "<b>",
            "other\u00adone",
        )
    ),
    *(
        Case(f"the id {name}", with_key(f"actors:\n  {name}: {{name: X, kind: state}}"))
        for name in ("other", "other-one", "o", "1", "2025-report", "x" * 100, "constitution", "no")
    ),
    Case("an id for two", with_key("actors:\n  reed: {name: Another Reed, kind: person}"), 34, "same-actor"),
    Case("a step with the id of a proposal", spoilt("  report:\n", "  bridge:\n"), 24, "same-id"),
    Case("an unknown actor", spoilt("by: reed", "by: reid"), 20, "unknown-actor"),
    Case("an actor with a look-alike letter", spoilt("by: reed", "by: r\u0435ed"), 20, "unknown-actor"),
    Case("an actor by name", spoilt("by: reed", "by: Ann Reed"), 20, "unknown-actor"),
    Case("an actor in double brackets", spoilt("by: reed", 'by: "[[reed]]"'), 20, "unknown-actor"),
    Case("an unknown actor in a list", spoilt("by: reed", "by:\n      - reed\n      - nobody"), 22, "unknown-actor"),
    Case("an unknown actor who takes part", spoilt("  traders: Ask.", "  trader: Ask."), 7, "unknown-actor"),
    Case("an answer to nothing", spoilt("- of: bridge", "- of: tunnel"), 19, "unknown-proposal"),
    Case("an answer to another brief's nothing", spoilt("- of: bridge", "- of: city/bridge"), 19, "unknown-proposal"),
    Case("an answer to a way out", spoilt("- of: bridge", "- of: ../../etc/passwd"), 19, "unknown-proposal"),
    Case("an answer to a step", spoilt("- of: bridge", "- of: report"), 19, "unknown-proposal"),
    Case("an unknown source", spoilt("source: minutes", "source: minuts"), 17, "unknown-source"),
    Case("a source of another brief", spoilt("source: minutes", "source: city/minutes"), 17, "unknown-source"),
    Case("a condition of one word", spoilt("    why:", "    unless: elections\n    why:"), 22, "unknown-proposal"),
    Case("a condition of two words", spoilt("    why:", "    unless: after elections\n    why:")),
    Case("a condition on a step", spoilt("    why:", "    unless: report\n    why:")),
    Case("conditions of both sorts", spoilt("    why:", "    unless: [report, after elections]\n    why:")),
    Case("an unknown change", updated("bridg"), 33, "unknown-item"),
    Case("changes of every sort", updated("bridge, report, minutes, who")),
    Case("an unknown place of a mistake", corrected("whoo"), 33, "unknown-item"),
    Case("a full id for one's own", spoilt("- of: bridge", "- of: town/bridge")),
    Case("an unknown actor in prose", spoilt(MET, f"{MET} [[nobody]]"), 4, "unknown-actor"),
    Case("an unknown brief in prose", spoilt(MET, f"{MET}\n  [[brief:tonw]]"), 5, "unknown-brief"),
    Case("an unknown proposal in prose", spoilt(MET, f"{MET} [[proposal:brige|it]]"), 4, "unknown-proposal"),
    Case("an unknown source in prose", spoilt(MET, f"{MET} It met.[^minuets]"), 4, "unknown-source"),
    Case("a citation with a space", spoilt(MET, f"{MET} It met.[^the minutes]"), 4, "unknown-source"),
    Case("a citation of nothing", spoilt(MET, f"{MET} It met.[^]"), 4, "bad-link"),
    Case("a link of an unknown sort", spoilt(MET, f"{MET} [[step:report]]"), 4, "bad-link"),
    Case("a link to nothing", spoilt(MET, f"{MET} [[]]"), 4, "bad-link"),
    Case("a link to nothing of a sort", spoilt(MET, f"{MET} [[proposal:]]"), 4, "bad-link"),
    Case("a link that is never closed", spoilt(MET, f"{MET}\n  [[reed spoke."), 5, "bad-link"),
    Case("a link closed by one bracket", spoilt(MET, f"{MET} [[reed] spoke."), 4, "bad-link"),
    Case("a link over two lines", spoilt(MET, f"{MET} [[reed|the\n  mayor]]")),
    Case("a link in capitals", spoilt(MET, f"{MET} [[Reed]]"), 4, "unknown-actor"),
    Case("a link in code", spoilt(MET, f"{MET} `[[nobody]]`")),
    Case("escaped brackets", spoilt(MET, f"{MET} \\[[nobody]] and \\[^nothing]")),
    Case("a link to one's own brief", spoilt(MET, f"{MET} [[brief:town]]")),
    Case("an unknown actor in a term", spoilt("- It stays open.", '- "[[nobody]] says so."'), 15, "unknown-actor"),
    Case("an unknown actor in a reason", spoilt("why: It is not safe.", "why: Says [[nobody]]."), 22, "unknown-actor"),
    Case("an unknown actor in a part", spoilt("traders: Ask.", 'traders: "[[nobody]] asks."'), 7, "unknown-actor"),
    Case("an unknown actor in the glossary", with_key("glossary:\n  truce: See [[nobody]]."), 34, "unknown-actor"),
    Case("an unknown actor in what is not known", with_key('unknown: ["What [[nobody]] wants."]'), 33, "unknown-actor"),
]  # fmt: skip
