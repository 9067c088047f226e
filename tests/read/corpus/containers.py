"""Lists, maps and texts in one another's place; keys that are missing, misspelt or empty."""

from tests.read.corpus.case import Case
from tests.read.town import BRIEF, spoilt, with_key

WHO = "who:\n  council: Decides.\n  traders: Ask.\n"
PROPOSAL = BRIEF[BRIEF.index("  bridge:\n") : BRIEF.index("rejections:")]

CASES = [
    Case("a list for text", spoilt("title: The bridge", "title: [The bridge]"), 1, "not-text"),
    Case("a map for text", spoilt("title: The bridge", "title: {The: bridge}"), 1, "not-text"),
    Case("a link without quotes", spoilt("why: It is not safe.", "why: [[reed]]"), 22, "not-text"),
    Case("an id in brackets", spoilt("by: reed", "by: [[reed]]"), 20, "not-text"),
    Case("a list for a map of actors", spoilt(WHO, "who: [council, traders]\n"), 5, "not-a-map"),
    Case("dashes in a map of actors", spoilt(WHO, "who:\n  - council: Decides.\n"), 6, "not-a-map"),
    Case("text for a map of actors", spoilt(WHO, "who: The council.\n"), 5, "not-a-map"),
    Case("a list of proposals", spoilt("  bridge:\n    title", "  - id: bridge\n    title"), 9, "not-a-map"),
    Case("text for proposals", spoilt(PROPOSAL, "").replace("proposals:", "proposals: none"), 8, "not-a-map"),
    Case("text for a proposal", spoilt(PROPOSAL, "  bridge: Keep it open\n"), 9, "not-a-map"),
    Case("a map of rejections", spoilt("  - of: bridge", "    of: bridge"), 19, "not-a-list"),
    Case("text for rejections", with_key("acceptances: none"), 33, "not-a-list"),
    Case("text in a list of answers", with_key("acceptances: [bridge]"), 33, "not-a-map"),
    Case(
        "a dash before every key",
        BRIEF.replace("    by: reed", "  - by: reed").replace("    date: 2025-05-11", "  - date: 2025-05-11")
        .replace("    why", "  - why"),
        20,
        "torn-item",
    ),
    Case("a word for an outcome", spoilt("    about: bridge", "    outcome: done"), 27, "not-a-map"),
    Case("an outcome", spoilt("    about: bridge", "    outcome: {result: done, date: 2025-07-01}")),
    Case("an outcome without its result", spoilt("    about: bridge", "    outcome: {what: Done.}"), 27, "missing-key"),
    Case("a list in a list", spoilt("- It stays open.", "- [It stays open.]"), 15, "not-text"),
    Case("no title", spoilt("title: The bridge\n", ""), 1, "missing-key"),
    Case("no who", spoilt(WHO, ""), 1, "missing-key"),
    Case("no by", spoilt("    by: traders\n", ""), 10, "missing-key"),
    Case("no of", spoilt("  - of: bridge\n    by: reed\n", "  - by: reed\n"), 19, "missing-key"),
    Case("no stance", with_key("reactions:\n  - {of: bridge, by: reed, date: 2025-05-11}"), 34, "missing-key"),
    Case("an empty title", spoilt("title: The bridge", "title:"), 1, "empty"),
    Case("a blank title", spoilt("title: The bridge", 'title: " "'), 1, "empty"),
    Case("an empty map", spoilt(WHO, "who: {}\n"), 5, "empty"),
    Case("an empty list", spoilt("by: traders", "by: []"), 11, "empty"),
    Case("an empty item", spoilt("by: traders", 'by: [""]'), 11, "empty"),
    Case("a dash with nothing behind it", spoilt("- It stays open.", "-"), 15, "empty"),
    Case("an empty key that is not required", with_key("background:")),
    Case("an empty map that is not required", with_key("glossary: {}")),
    Case("an empty list that is not required", with_key("events: []")),
    Case("a part without a word", spoilt("council: Decides.", "council:")),
    Case("a misspelt key", spoilt("title: The bridge", "tilte: The bridge"), 1, "unknown-key"),
    Case("a key in capitals", spoilt("title: The bridge", "Title: The bridge"), 1, "unknown-key"),
    Case("a misspelt key of an item", spoilt("  - of: bridge", "  - off: bridge"), 19, "unknown-key"),
    Case("a misspelt map of proposals", spoilt("proposals:", "propsals:"), 8, "unknown-key"),
    Case("a misspelt map of sources", spoilt("sources:", "source:"), 28, "unknown-key"),
    Case("a misspelt list", spoilt("rejections:", "rejectoins:"), 18, "unknown-key"),
    Case("an unknown key", with_key("colour: blue"), 33, "unknown-key"),
    Case("an unknown key with a look-alike letter", spoilt("title: The", "titl\u0435: The"), 1, "unknown-key"),
    Case("an entry that is not indented", spoilt("next_steps:\n  report:", "next_steps:\nreport:"), 24, "unknown-key"),
    Case("a key of another list", spoilt("    why:", "    if: x y\n    why:"), 22, "unknown-key"),
    Case("proposals twice", with_key(f"proposals:\n{PROPOSAL.replace('bridge:', 'other:')}"), 33, "duplicate-key"),
]  # fmt: skip
