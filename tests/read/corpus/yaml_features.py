"""What YAML has too much of, and what it would turn into something else if it were asked."""

from tests.read.corpus.case import Case
from tests.read.town import BRIEF, spoilt, with_key

TITLE = "title: The bridge\n"

CASES = [
    Case("an anchor", spoilt(TITLE, "title: &a The bridge\n"), 1, "anchor"),
    Case("an anchor on a map", spoilt("  bridge:\n", "  bridge: &b\n"), 9, "anchor"),
    Case("an anchor on a list", spoilt("terms:\n", "terms: &c\n"), 14, "anchor"),
    Case("an anchor on a key", spoilt(TITLE, "&a title: The bridge\n"), 1, "anchor"),
    Case("an alias", spoilt("why: It is not safe.", "why: *a"), 22, "alias"),
    Case("an alias for something required", spoilt(TITLE, "title: *a\n"), 1, "alias"),
    Case("an alias in a list", spoilt("- It stays open.", "- *a"), 15, "alias"),
    Case("an alias as a key", with_key("*a : text"), 33, "alias"),
    Case("a tag of YAML's own", spoilt(TITLE, "title: !!str The bridge\n"), 1, "tag"),
    Case("a tag for a program", spoilt(TITLE, "title: !!python/object/apply:os.system [ls]\n"), 1, "tag"),
    Case("a tag on nothing", spoilt(TITLE, "title: !important\n"), 1, "tag"),
    Case("a tag on a list", spoilt("terms:\n", "terms: !!set\n"), 14, "tag"),
    Case("a merge key", with_key("<<: {title: Another}"), 33, "merge-key"),
    Case("a merge key in quotes is a key like others", with_key('"<<": text'), 33, "unknown-key"),
    Case("a second document", f"{BRIEF}---\n{BRIEF}", 33, "second-document"),
    Case("a document mark at the beginning", f"---\n{BRIEF}"),
    Case("an end mark at the end", f"{BRIEF}...\n"),
    Case("a directive", f"%YAML 1.2\n---\n{BRIEF}"),
    Case("a key twice", with_key("title: Another"), 33, "duplicate-key"),
    Case("a key twice in an item", spoilt("    by: reed\n", "    by: reed\n    of: bridge\n"), 21, "duplicate-key"),
    Case("a key twice in a flow map", with_key("glossary: {a: b, a: c}"), 33, "duplicate-key"),
    *(
        Case(f"{word} is text", spoilt(TITLE, f"title: {word}\n"))
        for word in ("no", "NO", "yes", "on", "off", "null", "~", "true", "1.10", "12:30", "0x1F", "1e3", "2025-05-11")
    ),
]
