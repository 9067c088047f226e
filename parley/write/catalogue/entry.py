"""An entry of the catalogue: what one kind of problem means, shown by an example that really brings it about."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One code. ``wrong`` is what brings the problem about in ``file`` of the sample site, ``right`` is its mend.

    ``right`` stands in the sample, once, and ``wrong`` takes its place; with ``whole`` both are whole files instead.
    Where the file's name is what is wrong, ``renamed`` is the path under which ``right`` stands; where a whole file has
    no ``right``, it is to be taken away.
    ``wrong`` is empty where the problem is none of a text (a file that the disk does not give, say).
    """

    code: str
    title: str  # what it is, in a few words, such as "A date in words"
    says: str  # what happens, why it matters and what to do: a few plain sentences of Markdown
    wrong: str = ""
    right: str = ""
    file: str = "briefs/bridge.yaml"
    whole: bool = False
    renamed: str = ""
    encoding: str = "utf-8"  # in which the wrong file is saved
    beside: Mapping[str, str] = {}  # other files that the example needs, by path; they are right
