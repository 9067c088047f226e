"""Sources from BibTeX and BibLaTeX, read by bibtexparser."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

from parley.exchange.days import month, of_parts, of_text
from parley.exchange.taken import NotRead, Remark
from parley.model.new_source import NewSource

if TYPE_CHECKING:
    from pylatexenc.latex2text import LatexNodes2Text

DOCUMENTS = frozenset(
    {"book", "booklet", "inbook", "incollection", "inproceedings", "legislation", "manual", "mastersthesis"}
    | {"phdthesis", "proceedings", "report", "standard", "techreport", "thesis"}
)
# Signs by their names, which pylatexenc does not know, or takes for accents.
COMMANDS = {r"\textbraceleft{}": r"\{", r"\textbraceright{}": r"\}", r"\textasciicircum{}": "^"}
PUBLISHERS = (
    "journaltitle",
    "journal",
    "booktitle",
    "publisher",
    "organization",
    "institution",
    "school",
    "howpublished",
)
URL = re.compile(r"https?://[^\s{}]+")


def sources_of_bibtex(text: str) -> tuple[list[NewSource], list[Remark]]:
    """The sources in BibTeX, with remarks. Raises :class:`NotRead` where there is no entry at all."""
    from bibtexparser.entrypoint import parse_string
    from pylatexenc.latex2text import LatexNodes2Text

    # It logs faults; they are told here, with their lines.
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    library = parse_string(text)
    latex = LatexNodes2Text(keep_comments=True)
    sources, remarks = [], []
    for block in library.failed_blocks:
        why = str(getattr(block, "error", "")).splitlines() or ["a brace or a comma is missing"]
        remarks.append(Remark((block.start_line or 0) + 1, f"an entry that can't be read, left out: {why[0]}"))
    for entry in library.entries:
        line = (entry.start_line or 0) + 1
        fields = {field.key.lower(): str(field.value) for field in entry.fields}
        source, told = _source(entry.key, entry.entry_type.lower(), fields, line, latex)
        remarks += [Remark(line, remark) for remark in told]
        if source:
            sources.append(source)
    if not library.entries and not library.failed_blocks:
        raise NotRead("no entry of BibTeX; an entry begins with @article{ or the like")
    return sources, sorted(remarks)


def _source(
    key: str, type_: str, fields: dict[str, str], line: int, latex: LatexNodes2Text
) -> tuple[NewSource | None, list[str]]:
    from bibtexparser.middlewares.names import split_multiple_persons_names

    def plain(name: str) -> str:
        return _text(fields.get(name, ""), latex)

    title = plain("title")
    if not title:
        return None, [f'"{key}" has no title; left out']
    if subtitle := plain("subtitle"):
        title = f"{title}: {subtitle}"
    remarks = []
    date = of_text(fields.get("date", "")) or _date(fields)
    if not date and (fields.get("date") or fields.get("year")):
        remarks.append(f'the date of "{title}" can\'t be told; add it by hand')
    address = _address(fields)
    if fields.get("url", "").strip() and not address:
        remarks.append(f'the address of "{title}" does not begin with http; left out')
    publishers = (plain(name) for name in PUBLISHERS if not URL.search(fields.get(name, "")))
    source = NewSource(
        key=key,
        line=line,
        title=title,
        publisher=next(filter(None, publishers), ""),
        author=tuple(
            _name(name, latex)
            for name in split_multiple_persons_names(fields.get("author", ""))
            if name and name != "others"
        ),
        date=date,
        url=address,
        kind="document" if type_ in DOCUMENTS else "",
        lang=fields.get("langid", "") or fields.get("language", ""),
        accessed=of_text(fields.get("urldate", "")),
    )
    return source, remarks


def _date(fields: dict[str, str]) -> str:
    year, day = fields.get("year", "").strip("{} "), fields.get("day", "").strip("{} ")
    number = month(fields.get("month", ""))
    parts: list[int | str] = [year, *([number] if number else []), *([day] if number and day else [])]
    return of_parts(parts)


def _text(tex: str, latex: LatexNodes2Text) -> str:
    """TeX as text on one line."""
    for command, sign in COMMANDS.items():
        tex = tex.replace(command, sign)
    return " ".join(latex.latex_to_text(tex).split())


def _name(name: str, latex: LatexNodes2Text) -> str:
    """“Doe, Jane” as it is spoken; what stands in braces as a whole stays as it is."""
    name = " ".join(name.split())
    if name.startswith("{") and name.endswith("}"):
        return _text(name, latex)
    parts = [_text(part, latex) for part in name.split(",")]
    if len(parts) == 3:
        return f"{parts[2]} {parts[0]} {parts[1]}"
    return " ".join([*parts[1:], parts[0]])


def _address(fields: dict[str, str]) -> str:
    for name in ("url", "howpublished", "note"):
        if found := URL.search(fields.get(name, "").replace("\\", "")):
            return found[0]
    doi = fields.get("doi", "").strip()
    return f"https://doi.org/{doi}" if re.fullmatch(r"10\.\d{4,}/\S+", doi) else ""
