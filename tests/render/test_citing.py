"""Files for reference managers: whatever a title holds, they are read back as what was meant."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.model.citation import Bibliography, Citation, Name, SourceItem
from parley.render.citing import bibliography_csl, citation_bibtex, citation_csl

# The names that the schema knows, of those that fit a web page (citation-style-language/schema, csl-data.json, which
# allows no others).
FIELDS = {"id", "type", "title", "author", "container-title", "issued", "URL", "language", "abstract", "publisher"}
NAME_FIELDS = {"family", "given", "suffix", "literal", "dropping-particle", "non-dropping-particle", "comma-suffix"}
HOSTILE = [
    "100 % of {all} & \\more_ #1 ~ ^ $x$",
    "}, author = {Mallory",
    "{{{",
    '"quoted" and \\"{o}',
    "\\input{/etc/passwd}",
    "</script><script>alert(1)</script>",
    "Мир і хліб – هدنة 停火",
    "@misc{x, title = {y}}",
]


def cited(**given: Any) -> Citation:
    fields: dict[str, Any] = {
        "key": "talks",
        "title": "Will they talk?",
        "authors": (Name(family="van der Berg", given="Ann"), Name(whole="News and Staff")),
        "site": "The Desk",
        "date": (2025, 5, 12),
        "address": "https://desk.example/briefs/talks/",
        "lang": "en",
    }
    return Citation(**(fields | given))


def test_csl_json_is_a_list_of_one_web_page() -> None:
    assert json.loads(citation_csl(cited())) == [
        {
            "id": "talks",
            "type": "webpage",
            "title": "Will they talk?",
            "author": [{"family": "van der Berg", "given": "Ann"}, {"literal": "News and Staff"}],
            "container-title": "The Desk",
            "issued": {"date-parts": [[2025, 5, 12]]},
            "URL": "https://desk.example/briefs/talks/",
            "language": "en",
        }
    ]


@pytest.mark.parametrize("title", HOSTILE)
def test_csl_json_has_the_fields_of_its_schema_alone(title: str) -> None:
    name = Name(family=title, given=title, suffix="Jr.")
    (item,) = json.loads(citation_csl(cited(title=title, authors=(name,), about=True, date=(2025,))))
    assert set(item) <= FIELDS
    assert all(set(author) <= NAME_FIELDS for author in item["author"])
    assert item["issued"] == {"date-parts": [[2025]], "circa": True}
    assert item["title"] == item["author"][0]["family"] == title


def test_what_is_not_known_is_left_out_of_both() -> None:
    bare = cited(authors=(), address="", lang="")
    assert set(json.loads(citation_csl(bare))[0]) == {"id", "type", "title", "container-title", "issued"}
    assert set(read(citation_bibtex(bare).decode())[1]) == {"title", "howpublished", "year", "month", "day"}


def test_bibtex_is_one_entry() -> None:
    assert citation_bibtex(cited()).decode() == (
        "@misc{talks,\n"
        "  author = {van der Berg, Ann and {News and Staff}},\n"
        "  title = {{Will they talk?}},\n"
        "  howpublished = {{The Desk}},\n"
        "  year = {2025},\n"
        "  month = may,\n"
        "  day = {12},\n"
        "  url = {https://desk.example/briefs/talks/},\n"
        "  language = {en}\n"
        "}\n"
    )


@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_title_is_read_back_as_it_was(title: str) -> None:
    key, fields = read(citation_bibtex(cited(title=title, authors=(Name(whole=title),), site=title)).decode())
    assert key == "talks"
    assert list(fields) == ["author", "title", "howpublished", "year", "month", "day", "url", "language"]
    assert meant(fields["title"]) == meant(fields["author"]) == meant(fields["howpublished"]) == title


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1))
def test_any_title_is_read_back_as_it_was(title: str) -> None:
    _, fields = read(citation_bibtex(cited(title=title)).decode())
    assert meant(fields["title"]) == title


def test_an_address_keeps_within_its_braces() -> None:
    _, fields = read(citation_bibtex(cited(address='https://desk.example/a%20b/{x}\\"é/~y_z')).decode())
    assert fields["url"] == "https://desk.example/a%20b/%7Bx%7D%5C%22%C3%A9/~y_z"


def read(text: str) -> tuple[str, dict[str, str]]:
    """Key and fields of the one entry that ``text`` is, read as BibTeX does: by counting braces."""
    match = re.match(r"@[a-z]+\{([^\s\"#%'(),={}~]+),\s*", text)
    assert match
    at, fields = match.end(), dict[str, str]()
    while text[at] != "}":
        name = re.compile(r"([a-z]+) = ").match(text, at)
        assert name, text[at:]
        assert name[1] not in fields
        at = end = name.end()
        if text[at] == "{":
            depth = 0
            while True:
                depth += {"{": 1, "}": -1}.get(text[end], 0)
                end += 1
                if depth == 0:
                    break
            fields[name[1]] = text[at + 1 : end - 1]
        else:
            macro = re.compile(r"[a-z]{3}|\d+").match(text, at)
            assert macro
            end, fields[name[1]] = macro.end(), macro[0]
        comma = re.compile(r",?\s*").match(text, end)
        assert comma
        assert comma[0].startswith(",") or text[comma.end()] == "}"
        at = comma.end()
    assert text[at:] == "}\n"
    return match[1], fields


def meant(value: str) -> str:
    """What TeX makes of a value in braces of its own."""
    assert value.startswith("{")
    assert value.endswith("}")
    commands = {"textbackslash": "\\", "textbraceleft": "{", "textbraceright": "}",
                "textasciitilde": "~", "textasciicircum": "^"}  # fmt: skip
    tokens = re.compile(r'\\([a-z]+)\{\}|\\([&%$#_])|\{(")\}|([^\\{}&%$#_~^"])', re.DOTALL)
    found, at, inside = [], 0, value[1:-1]
    while at < len(inside):
        token = tokens.match(inside, at)
        assert token, f"TeX would take {inside[at:]!r} for a command"
        found.append(commands[token[1]] if token[1] else token[2] or token[3] or token[4])
        at = token.end()
    return "".join(found)


def test_sources_are_a_list_of_csl_items_with_the_fields_of_its_schema_alone() -> None:
    full = SourceItem(
        key="upi", type="article-newspaper", title="A “title”", authors=(Name(family="Doe", given="Jane"),),
        container="UPI", issued=((2025, 5, 8), (2025, 5, 10)), accessed=(2025, 5, 12), address="https://upi.example/a",
        archived="https://kept.example/a", lang="en",
    )  # fmt: skip
    bare = SourceItem(
        key="paper", type="document", title="Paper", publisher="The Office", issued=((2025, 5),), about=True
    )
    assert json.loads(bibliography_csl(Bibliography(items=(full, bare)))) == [
        {
            "id": "upi", "type": "article-newspaper", "title": "A “title”",
            "author": [{"family": "Doe", "given": "Jane"}],
            "issued": {"date-parts": [[2025, 5, 8], [2025, 5, 10]]}, "accessed": {"date-parts": [[2025, 5, 12]]},
            "container-title": "UPI", "URL": "https://upi.example/a", "archive_location": "https://kept.example/a",
            "language": "en",
        },
        {
            "id": "paper", "type": "document", "title": "Paper", "publisher": "The Office",
            "issued": {"date-parts": [[2025, 5]], "circa": True},
        },
    ]  # fmt: skip
