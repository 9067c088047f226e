"""An example: one component, what it is for, and what its macro is called with in each of its states."""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec

from parley.pages.style.views import Section, Specimen, State


class Example(msgspec.Struct, frozen=True):
    """A component by the name of its file, the first sentence of that file's comment, and its states by caption."""

    name: str
    doc: str
    states: Mapping[str, Specimen]
    wide: bool = False


def section(example: Example) -> Section:
    """An example as a section of its page. The id of a state is made of both names: ``badge-open``."""
    states = (
        State(id=state_id(example.name, caption), caption=caption, shown=shown)
        for caption, shown in example.states.items()
    )
    return Section(anchor=example.name, name=example.name, doc=example.doc, wide=example.wide, states=tuple(states))


def state_id(name: str, caption: str) -> str:
    """The id of a state on its page, which is also the name of its picture."""
    return "-".join([name, *re.findall(r"[a-z0-9]+", caption.lower())])
