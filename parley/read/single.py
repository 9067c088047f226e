"""One value: a node -> a text, date, choice or reference, with every mention of something by id noted.

What can be told to be meant is told with its mend; nothing is taken for what it is not.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from parley.model.dates import parsed_date
from parley.model.forms import MAX_ID
from parley.model.keys import Kind
from parley.model.problem import quoted
from parley.model.proposal import Condition
from parley.model.schema import Field, Sort
from parley.read.container_mends import listed, text_mend
from parley.read.mends import NONE, retyped
from parley.read.nearest import Words
from parley.read.nodes import Node, Scalar
from parley.read.reading import Reading
from parley.read.values import Refused, one_line, typed
from parley.read.wording import did_you_mean, in_place_of, what

PROSE = frozenset({Kind.LINE, Kind.PROSE})
SEVERAL = re.compile(r"[\w/-]+(?:(?:, *| and )[\w/-]+)+")  # "putin, erdogan", where a list was meant


def one_value(reading: Reading, field: Field, node: Node, default: Any) -> Any:
    """The value of ``field`` at ``node``, or ``default`` with what is wrong told."""
    if node.refused:
        return default
    if not isinstance(node, Scalar):
        mend = text_mend(reading.lines, field, node)
        reading.tell(node, "not-text", f'"{field.key}" is {what(node)}', in_place_of(field, node), mend)
        return default
    return VALUES[field.sort](reading, field, node, default)


def _checked(reading: Reading, field: Field, node: Scalar, default: Any) -> Any:
    try:
        return typed(field.kind, node.text, reading.time_zone)
    except Refused as refused:
        mend = retyped(reading.lines, node, refused.meant) if len(refused.meant) > 0 and _whole(refused, node) else NONE
        reading.tell(node, refused.code, f'"{field.key}" is {refused.found}', refused.expected, mend)
        return default


def _whole(refused: Refused, node: Scalar) -> bool:
    """Whether what was meant holds all of what was typed: an id that is too long is not cut."""
    return refused.code != "bad-id" or len(node.text) <= MAX_ID


def _words(reading: Reading, field: Field, node: Scalar, default: Any) -> Any:
    if len(node.text) > field.longest:
        return _checked(reading, field, node, default)
    value = node.text.strip("\n") if field.kind is Kind.PROSE else one_line(node.text)
    if field.kind in PROSE and ("[" in value or "<" in value):
        reading.links(value, node)
    return value


def _date(reading: Reading, field: Field, node: Scalar, default: Any) -> Any:
    try:
        return parsed_date(node.text.strip(), reading.time_zone)
    except ValueError:
        return _checked(reading, field, node, default)  # which tells what is wrong


def _choice(reading: Reading, field: Field, node: Scalar, default: Any) -> Any:
    if node.text in field.choices:
        return field.choices[field.choices.index(node.text)]  # one text for all that chose it
    nearby = Words(dict.fromkeys(field.choices, ())).nearby(node.text)
    hint = did_you_mean(nearby) or f"write one of {', '.join(field.choices)}"
    mend = retyped(reading.lines, node, nearby[0]) if len(nearby) == 1 else NONE
    reading.tell(node, "bad-choice", f'"{field.key}" is {quoted(node.text)}', hint, mend)
    return default


def _reference(reading: Reading, field: Field, node: Scalar, default: Any) -> Any:
    text = one_line(node.text)
    several = SEVERAL.fullmatch(text) if field.form == "many" and ("," in text or " " in text) else None
    if several:
        ids = [part for part in re.split(r", *| and ", several[0]) if part]
        found = f'"{field.key}" is "{text}", several ids in one text'
        mend = listed(reading.lines, node, ids)
        reading.tell(node, "list-as-text", found, f"write [{', '.join(ids)}]", mend)
        return default
    return reading.mention(field.kind, text, node.line, node.column)


def _condition(reading: Reading, field: Field, node: Scalar, default: Any) -> Any:
    text = one_line(node.text)
    if " " not in text:
        return Condition(ref=reading.mention(field.kind, text, node.line, node.column))
    try:
        return Condition(text=typed(Kind.TEXT, text, reading.time_zone))
    except Refused as refused:
        reading.tell(node, refused.code, f'"{field.key}" is {refused.found}', refused.expected)
        return default


VALUES: dict[Sort, Callable[[Reading, Field, Scalar, Any], Any]] = {
    "choice": _choice,
    "condition": _condition,
    "reference": _reference,
    "date": _date,
    "words": _words,
    "checked": _checked,
}
