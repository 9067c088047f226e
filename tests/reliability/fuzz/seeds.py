"""What fuzzing sets out from: files, prose and dates of every sort; the more they reach, the deeper it gets."""

from __future__ import annotations

from tests.draft.articles import EXPECTED
from tests.read.corpus import containers, encodings, ids, layout, values, yaml_features
from tests.read.full_brief import FULL
from tests.read.town import ACTORS, BRIEF
from tests.sites import ROOT, STORY

SMALL = 6_000  # bytes: larger ones are too slow to be worth it
CORPUS = [case.text for family in (containers, encodings, ids, layout, values, yaml_features) for case in family.CASES]
FILES = [
    *(text.encode() for text in (BRIEF, FULL, ACTORS, STORY)),
    (ROOT / "site.yaml").read_bytes(),
    *(data for data in (each if isinstance(each, bytes) else each.encode() for each in CORPUS) if len(data) < SMALL),
]
_PROSE = [
    "The council met.[^minutes] [[reed|Ann]] spoke on [[proposal:bridge]], *really* **so** `here`.\n\n- one\n- two\n",
    "# Head\n\n1. a\n   - b\n\n> quote\n> > deeper\n\n    code\n\n---\n\nA\n===\n",
    "[a](http://x.org 'b') <http://y.org> [c][d]\n\n[d]: http://z.org \"e\"\n\n![p](q)\n",
    "{0} said {1} `{0}` [{0}]({1}) \\* \\[ &amp; <b>no</b> a  \nb",
    "***a** b* _c __d__ e_ ``f`` <!-- g --> [[brief:x/y|z]] [^n]",
]
PROSE = [text.encode() for text in _PROSE]
# What readers of Markdown have been slow at, many times over.
SLOW = [
    *(b"[", b"![", b"[a](", b"*a ", b"**a", b"_a_ ", b"`a", b"> ", b"- ", b"1. ", b"<a", b"&a;", b"\\[", b"a\n\n"),
    *(b"-\n", b"---\n", b"=\n", b"#\n", b">-\n", b"\t", b"    ", b"|", b"1.\n", b"+ "),
    *(b"]: ", b"x ", b"*", b"_", b"[a]: b\n", b"a\n- b\n", b"Ann ", b"[[a|", b"[^a]", b"{0}", b"  \n", b"1. a\n\n   "),
]
TEXTS = [
    *(article.encode() for article in EXPECTED),
    *PROSE,
    b"# Title\n\n| a | b |\n|---|---|\n| `c` | [d](e.md#f) |\n\n```yaml name\nx: y\n```\n\n## Part\n<b>\0",
]
DATES = [
    text.removesuffix("\n").encode()
    for text in (*values.WRONG_DATES, *values.RIGHT_DATES, "12 травня 2025", "12. Mai 2025", "Monday, May 12th 2025")
]
