"""The example of an entry as files, wrong and right, and the lines of them that it is about."""

from __future__ import annotations

from parley.write.catalogue.entry import Entry
from parley.write.catalogue.sample import SAMPLE


def wrong_files(entry: Entry) -> dict[str, str]:
    """The sample site with what brings the problem about, by path."""
    files = {**SAMPLE, **entry.beside}
    text = entry.wrong if entry.whole else files[entry.file].replace(entry.right, entry.wrong)
    return {**files, entry.file: text}


def right_files(entry: Entry) -> dict[str, str]:
    """The same site with the mend."""
    files = {**SAMPLE, **entry.beside}
    if not entry.whole:
        return files
    return {**files, entry.renamed or entry.file: entry.right} if entry.right else files


def lines_of(part: str, text: str) -> tuple[int, list[str]]:
    """The whole lines of ``text`` in which ``part`` stands, and the number of the first, from 1."""
    begin = text.index(part)
    first = text.rfind("\n", 0, begin) + 1
    last = text.find("\n", begin + len(part.rstrip("\n")))
    return text.count("\n", 0, first) + 1, text[first : last if last >= 0 else len(text)].split("\n")


def wrong_lines(entry: Entry) -> tuple[int, list[str]]:
    """The lines of the example that are wrong, and the number of the first."""
    return lines_of(entry.wrong, wrong_files(entry)[entry.file])


def right_lines(entry: Entry) -> list[str]:
    """The same lines as they would be right; none where the file is to be taken away."""
    if not entry.right:
        return []
    return lines_of(entry.right, right_files(entry)[entry.renamed or entry.file])[1]
