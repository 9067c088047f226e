"""The example of an entry as files, wrong and right, and the lines of them that it is about."""

from __future__ import annotations

from collections.abc import Mapping

from parley.write.catalogue.entry import Entry
from parley.write.catalogue.sample import SAMPLE


def wrong_files(entry: Entry) -> dict[str, bytes]:
    """The sample site with what brings the problem about, by path."""
    return {**_saved(_around(entry)), entry.file: _wrong_text(entry).encode(entry.encoding)}


def right_files(entry: Entry) -> dict[str, bytes]:
    """The same site with the mend."""
    return _saved(_right_texts(entry))


def _wrong_text(entry: Entry) -> str:
    return entry.wrong if entry.whole else _around(entry)[entry.file].replace(entry.right, entry.wrong)


def _right_texts(entry: Entry) -> dict[str, str]:
    files = _around(entry)
    if not entry.whole:
        return files
    return {**files, entry.renamed or entry.file: entry.right} if entry.right else files


def _around(entry: Entry) -> dict[str, str]:
    """The sample, and what else the example needs."""
    return {**SAMPLE, **entry.beside}


def _saved(texts: Mapping[str, str]) -> dict[str, bytes]:
    return {path: text.encode() for path, text in texts.items()}


def lines_of(part: str, text: str) -> tuple[int, list[str]]:
    """The whole lines of ``text`` in which ``part`` stands, and the number of the first, from 1."""
    begin = text.index(part)
    first = text.rfind("\n", 0, begin) + 1
    last = text.find("\n", begin + len(part.rstrip("\n")))
    return text.count("\n", 0, first) + 1, text[first : last if last >= 0 else len(text)].split("\n")


def wrong_lines(entry: Entry) -> tuple[int, list[str]]:
    """The lines of the example that are wrong, and the number of the first."""
    return lines_of(entry.wrong, _wrong_text(entry))


def right_lines(entry: Entry) -> list[str]:
    """The same lines as they would be right; none where the file is to be taken away."""
    if not entry.right:
        return []
    return lines_of(entry.right, _right_texts(entry)[entry.renamed or entry.file])[1]
