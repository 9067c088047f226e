"""The events of YAML up to the first that it can't make out, and then an end to all that is open: so that what stands
above a fault is read, too."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from parley.read import syntax


def parsed(text: str) -> Iterator[Any]:
    """The events of ``text``, as YAML tells them. Raises YAML's complaint where it gives up."""
    return iter(syntax.LOADER(text).get_event, None)


def events(text: str, faults: list[Exception]) -> Iterator[Any]:
    """The events of ``text``; where YAML gives up, its complaint goes to ``faults``."""
    open_: list[list[int]] = []  # for each container that is open: 1 for a map, and how many nodes stand in it
    mark: Any = None
    try:
        for event in parsed(text):
            mark = event.end_mark
            _count(event, open_)
            yield event
    except (yaml.MarkedYAMLError, ValueError, OverflowError) as error:  # the last two: PyYAML without libyaml
        faults.append(error)
        for is_map, count in reversed(open_):
            if is_map and count % 2:
                yield yaml.ScalarEvent(None, None, (True, False), "", mark, mark)
            yield (yaml.MappingEndEvent if is_map else yaml.SequenceEndEvent)(mark, mark)


def _count(event: Any, open_: list[list[int]]) -> None:
    if isinstance(event, yaml.NodeEvent) and open_:
        open_[-1][1] += 1
    if isinstance(event, yaml.CollectionStartEvent):
        open_.append([isinstance(event, yaml.MappingStartEvent), 0])
    elif isinstance(event, yaml.CollectionEndEvent):
        open_.pop()
