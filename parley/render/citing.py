r"""Citations and sources -> BibTeX and CSL-JSON, for reference managers.

CSL-JSON follows the schema of the Citation Style Language (citation-style-language/schema, csl-data.json). BibTeX is
UTF-8, as biber and today's BibTeX programs read it; what TeX would take for a command is written out. Braces become
commands, too, and not ``\{``: BibTeX counts braces whatever stands before them (btxdoc, "The format of a .bib file").
"""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import msgspec

from parley.model.citation import Bibliography, Citation, Name, SourceItem

COMMANDS = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        '"': '{"}',
        **{sign: f"\\{sign}" for sign in "&%$#_"},
    }
)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")  # BibTeX's own macros
IN_ADDRESS = ":/?#[]@!$&'()*+,;=%~"  # RFC 3986, 2.2, and what is encoded already


def citation_csl(cited: Citation) -> bytes:
    """``cited`` as CSL-JSON: a list of one item."""
    issued: dict[str, Any] = {"date-parts": [list(cited.date)]}
    item: dict[str, Any] = {"id": cited.key, "type": "webpage", "title": cited.title}
    if cited.authors:
        item["author"] = [_csl_name(name) for name in cited.authors]
    item |= {"container-title": cited.site, "issued": issued | ({"circa": True} if cited.about else {})}
    item |= {name: value for name, value in (("URL", cited.address), ("language", cited.lang)) if value}
    return msgspec.json.format(msgspec.json.encode([item]), indent=1) + b"\n"


def bibliography_csl(sources: Bibliography) -> bytes:
    """Sources as CSL-JSON, in their order. A kept copy stands under ``archive_location``."""
    return msgspec.json.format(msgspec.json.encode([_csl_source(item) for item in sources.items]), indent=1) + b"\n"


def _csl_source(source: SourceItem) -> dict[str, Any]:
    item: dict[str, Any] = {"id": source.key, "type": source.type, "title": source.title}
    if source.authors:
        item["author"] = [_csl_name(name) for name in source.authors]
    if source.issued:
        item["issued"] = {"date-parts": [list(day) for day in source.issued]} | (
            {"circa": True} if source.about else {}
        )
    if source.accessed:
        item["accessed"] = {"date-parts": [list(source.accessed)]}
    others = {
        "container-title": source.container,
        "publisher": source.publisher,
        "URL": source.address,
        "archive_location": source.archived,
        "language": source.lang,
    }
    return item | {name: value for name, value in others.items() if value}


def citation_bibtex(cited: Citation) -> bytes:
    """``cited`` as a BibTeX entry. Titles stand in two pairs of braces, so that no style takes their capitals away."""
    year, month, day = (*cited.date, 0, 0)[:3]
    fields = {
        "author": f"{{{' and '.join(map(_bibtex_name, cited.authors))}}}" if cited.authors else "",
        "title": f"{{{{{_written(cited.title)}}}}}",
        "howpublished": f"{{{{{_written(cited.site)}}}}}",
        "year": f"{{{year}}}",
        "month": MONTHS[month - 1] if month else "",
        "day": f"{{{day}}}" if day else "",
        "url": f"{{{quote(cited.address, safe=IN_ADDRESS)}}}" if cited.address else "",
        "language": f"{{{cited.lang}}}" if cited.lang else "",
    }
    lines = ",\n".join(f"  {name} = {value}" for name, value in fields.items() if value)
    return f"@misc{{{cited.key},\n{lines}\n}}\n".encode()


def _csl_name(name: Name) -> dict[str, str]:
    parts = {"literal": name.whole, "family": name.family, "given": name.given, "suffix": name.suffix}
    return {key: value for key, value in parts.items() if value}


def _bibtex_name(name: Name) -> str:
    """“Family, Suffix, Given”; a name that may not be taken apart stands in braces of its own."""
    if name.whole:
        return f"{{{_written(name.whole)}}}"
    return ", ".join(_written(part) for part in (name.family, name.suffix, name.given) if part)


def _written(text: str) -> str:
    return text.translate(COMMANDS)
