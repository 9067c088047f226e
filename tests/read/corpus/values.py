"""Dates, addresses, codes and choices that are none."""

from tests.read.corpus.case import Case
from tests.read.town import spoilt, with_key

DAY = "date: 2025-05-10\n    terms"


def dated(text: str, line: int = 13, code: str = "bad-date") -> Case:
    return Case(f"the date {text}", spoilt(DAY, f"date: {text}\n    terms"), line, code)


WRONG_DATES = [
    "10 May 2025", "May 10, 2025", "10th of May 2025", "Sept 5, 2025", "10.05.2025", "13/05/2025", "2025/05/10",
    "2025-5-1", "20250510", "2025-02-30", "2025-02-29", "2025-13-01", "2025-00-10", "2025-05-00", "2025-05-10 14:30",
    "2025-05-10T25:00", "2025-05-10T14:60", "2025-05-10T14:30+15:00", "2025-05-10T14:30-13:00", "0000", "0000-01-01",
    "2025-05-10/2025-05-08", "2025-05-10/", "/2025", "../2025", "2025-05-10T10:00/..", "2025-05-10T10:00~", "yesterday",
    "2025-W20", "2025-130", "２０２５-05-11", "+2025", "-0044", "1746835200", "10 mai 2025", "2025-05-10--2025-05-12",
]  # fmt: skip
RIGHT_DATES = [
    "2025-05-11", "2025-05", "2025", "2025-05-11T01:30+03:00", "2025-05-11T01:30", "2025-05-11T01:30:15Z", "2025-05~",
    "2025~", "2025-05-11~", "2025-05-08/2025-05-10", "2025-05/2025-06", "2025-05-12/..", "2024-02-29", '"2025-05-11"',
    "0001-01-01", "9999-12-31",
]  # fmt: skip
WRONG_URLS = [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "//example.org/x", "/minutes", "example.org",
    "www.example.org/x", "ftp://example.org/x", "mailto:a@example.org", "https://", "http:///x", "https:example.org",
    "https://example.org/a b", '"https://example.org/\\t"x', "https://example.org:99999/", "https://[::1",
    "https://example.org/<script>", "file:///etc/passwd", "vbscript:x", "https//example.org",
]  # fmt: skip

CASES = [
    *(dated(text) for text in WRONG_DATES),
    *(dated(text, 0, "") for text in RIGHT_DATES),
    Case("no date", spoilt(DAY, "date:\n    terms"), 13, "empty"),
    Case("a list of dates", spoilt(DAY, "date: [2025-05-10]\n    terms"), 13, "not-text"),
    *(
        Case(
            f"the address {url}",
            spoilt("url: https://example.org/minutes", f"url: {url}"),
            32,
            "early-quote" if url.startswith('"') else "bad-address",
        )
        for url in WRONG_URLS
    ),
    *(
        Case(f"the address {url}", spoilt("url: https://example.org/minutes", f"url: {url}"))
        for url in (
            "http://example.org",
            "HTTPS://EXAMPLE.ORG/",
            "https://exämple.org/ü?a=b&c=d#e",
            "https://example.org:8443/x_(y)",
            "https://[::1]/x",
        )
    ),
    *(
        Case(f"{key} {value}", with_key(f"actors:\n  x: {{name: X, kind: state, {key}: {value}}}"), 34, code)
        for key, value, code in [
            ("country", "UK", "bad-country"),
            ("country", "ua", "bad-country"),
            ("country", "Ukraine", "bad-country"),
            ("country", "ZZ", "bad-country"),
            ("wikidata", "212", "bad-wikidata"),
            ("wikidata", "q212", "bad-wikidata"),
            ("wikidata", "Q0", "bad-wikidata"),
            ("wikidata", "Q٢١٢", "bad-wikidata"),
            ("url", "example.org", "bad-address"),
            ("aka", '["", Y]', "empty"),
        ]
    ),
    Case("a country that is also a word for no", with_key("actors:\n  x: {name: X, kind: state, country: NO}")),
    Case("the language English", with_key("lang: English"), 33, "bad-language"),
    Case("the language en_GB", with_key("lang: en_GB"), 33, "bad-language"),
    Case("the language pt-BR", with_key("lang: pt-BR")),
    Case("the language zh-Hant-TW", with_key("lang: zh-Hant-TW")),
    Case("yes for true", with_key("draft: no"), 33, "bad-choice"),
    Case("True for true", with_key("draft: False"), 33, "bad-choice"),
    Case("false", with_key("draft: false")),
    Case("a kind that is none", spoilt("    by: traders", "    kind: plan\n    by: traders"), 11, "bad-choice"),
    Case("a kind in capitals", spoilt("    by: traders", "    kind: Demand\n    by: traders"), 11, "bad-choice"),
    Case("a kind of two words", spoilt("    by: traders", "    kind: a demand\n    by: traders"), 11, "bad-choice"),
    Case("a list of kinds", spoilt("    by: traders", "    kind: [demand]\n    by: traders"), 11, "not-text"),
    Case("a kind", spoilt("    by: traders", "    kind: demand\n    by: traders")),
    Case("a title of 2,001 letters", spoilt("title: Minutes", f"title: {'x' * 2001}"), 30, "too-long"),
    Case("a title of 2,000 letters", spoilt("title: Minutes", f"title: {'x' * 2000}")),
    Case("a line of 4,001 letters", spoilt("why: It is not safe.", f"why: {'x' * 4001}"), 22, "too-long"),
    Case("prose of 40,001 letters", with_key(f"background: {'x' * 40_001}"), 33, "too-long"),
    Case("a condition of 2,001 letters", spoilt("    why:", f"    unless: {'x ' * 1001}\n    why:"), 22, "too-long"),
    Case("an alias that is no id", with_key("aliases: [Old Bridge]"), 33, "bad-id"),
    Case("an alias that is the brief's own name", with_key("aliases:\n  - a\n  - b\n  - town"), 36, "same-address"),
]
