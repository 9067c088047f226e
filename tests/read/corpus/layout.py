"""Indentation, tabs, colons, dashes and quotation marks: where YAML itself complains."""

from tests.read.corpus.case import Case
from tests.read.town import BRIEF, spoilt, with_key

TITLE = "title: The bridge\n"

CASES = [
    Case("a tab in place of spaces", spoilt("    by: traders", "\tby: traders"), 11, "tab"),
    Case("a tab after spaces", spoilt("    by: reed", "   \tby: reed"), 20, "tab"),
    Case("no-break spaces in the indentation", spoilt("    by: traders", "\u00a0   by: traders"), 11, "tab"),
    Case("a tab after the colon is space", spoilt("by: traders", "by:\ttraders")),
    Case("one space too few", spoilt("    by: traders", "   by: traders"), 11, "indentation"),
    Case("two spaces too many", spoilt("    by: traders", "      by: traders"), 11, "indentation"),
    Case("a block that ends too early", spoilt("  The council met.", "  It met.\n It: met.\n  It"), 5, "indentation"),
    Case("a block with no indentation", spoilt("  The council met.", "The council met."), 4, "no-colon"),
    Case("deeper indentation in a block", spoilt("  The council met.", "  The council met.\n    Indeed.\n  It")),
    Case("a line without a colon", spoilt("    by: traders", "    by traders"), 11, "no-colon"),
    Case("an equals sign for the colon", spoilt("    by: traders", "    by = traders"), 11, "no-colon"),
    Case("no space after the colon", spoilt("    by: traders", "    by:traders"), 11, "no-space"),
    Case("no space after the colon in a list", spoilt("  - of: bridge", "  - of:bridge"), 19, "no-space"),
    Case("a wide colon", spoilt("title: The bridge", "title：The bridge"), 1, "wide-colon"),
    Case("a second colon", spoilt(TITLE, "title: The bridge: open or not\n"), 1, "second-colon"),
    Case("a second colon in quotes", spoilt(TITLE, 'title: "The bridge: open or not"\n')),
    Case("a colon without a space is text", spoilt(TITLE, "title: The 12:30 bridge\n")),
    Case("a colon at the end", spoilt("why: It is not safe.", "why: It is not safe:"), 22, "second-colon"),
    Case("a second colon in an item", spoilt("- It stays open.", "- First: it stays open."), 15, "not-text"),
    Case("a quotation mark that is never closed", spoilt(TITLE, 'title: "The bridge\n'), 1, "open-quote"),
    Case("a single quotation mark that is never closed", spoilt(TITLE, "title: 'The bridge\n"), 1, "open-quote"),
    Case(
        "a quotation mark that the next one far below closes",
        spoilt(TITLE, 'title: "The bridge\n', spoilt("title: Minutes", 'title: "Minutes: part one"')),
        1,
        "open-quote",
    ),
    Case("text after the closing mark", spoilt(TITLE, 'title: "The" bridge\n'), 1, "early-quote"),
    Case("an apostrophe in single quotes", spoilt(TITLE, "title: 'It's the bridge'\n"), 1, "early-quote"),
    Case("a doubled apostrophe in single quotes", spoilt(TITLE, "title: 'It''s the bridge'\n")),
    Case("an apostrophe without quotes", spoilt(TITLE, "title: It's the bridge\n")),
    Case("a backslash in double quotes", spoilt(TITLE, 'title: "C:\\bridge\\plans"\n'), 1, "bad-escape"),
    Case("an escape without its digits", spoilt(TITLE, 'title: "\\xZZ"\n'), 1, "bad-escape"),
    Case("an escape for half a character", spoilt(TITLE, 'title: "\\ud800"\n'), 1, "bad-escape"),
    Case("a backslash in single quotes", spoilt(TITLE, "title: 'C:\\bridge\\plans'\n")),
    *(
        Case(f"text that begins with {sign}", spoilt(TITLE, f"title: {sign}{rest}\n"), 1, code)
        for sign, rest, code in [
            ("@", "reed speaks", "special-start"),
            ("`", "bridge` open", "special-start"),
            ("%", "50 agree", "special-start"),
            ("*", "really* open", "special-start"),
            ("& ", "on it goes", "special-start"),
            ("[", "sic] open", "special-start"),
            ("]", "sic", "special-start"),
            ("{", "sic} open", "special-start"),
            ("> ", "half agree", "special-start"),
            ("| ", "half agree", "special-start"),
            (", ", "then", "special-start"),
            ("- ", "open", "special-start"),
            ("? ", "open", "special-start"),
            ("#", "1 bridge", "cut-off"),
            ("!", "now", "tag"),
            ("*", "now", "alias"),
        ]
    ),
    Case("text cut off by a sign for a number", spoilt(TITLE, "title: Their #1 demand\n"), 1, "cut-off"),
    Case("a remark behind a value", spoilt(TITLE, "title: The bridge  # of Alder\n")),
    Case("a number sign inside a word", spoilt(TITLE, "title: The C# bridge\n")),
    Case("a bracket that is never closed", spoilt("by: traders", "by: [traders, council"), 11, "open-bracket"),
    Case("a brace that is never closed", with_key("glossary: {a: b"), 33, "open-bracket"),
    Case("a list over several lines that is not closed", with_key("topics: [\n  a,\n  b"), 33, "open-bracket"),
    Case("a colon without a word before it", with_key(": text"), 33, "indentation"),
    Case("a key of nothing", with_key('"": text'), 33, "key-not-text"),
    Case("a list as a key", with_key("[a, b]: text"), 33, "key-not-text"),
    Case("items without indentation", BRIEF.replace("  - of", "- of").replace("\n    by: reed\n", "\n  by: reed\n")
         .replace("    date: 2025-05-11\n    why", "  date: 2025-05-11\n  why")),
    Case("quoted keys", spoilt("title:", '"title":')),
    Case("a flow map", spoilt("who:\n  council: Decides.\n  traders: Ask.", "who: {council: Decides., traders: Ask.}")),
    Case("blank lines and remarks", BRIEF.replace("\nwho:", "\n\n# Who\n\nwho:")),
]  # fmt: skip
