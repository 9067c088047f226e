"""The little of CBOR (RFC 8949) that Pagefind's lists use: whole numbers, text, arrays, true, false and nothing.

Numbers and lengths are written in their shortest form, arrays with their length (section 4.2.1). Anything else is
refused, since what is not understood can't be put into an order.
"""

from __future__ import annotations

from typing import Any

UNSIGNED, TEXT, ARRAY, SIMPLE = 0, 3, 4, 7
SIMPLES = {20: False, 21: True, 22: None}


class NotUnderstood(Exception):
    """Something other than the CBOR that is read here."""


def decoded(data: bytes) -> Any:
    """The value of ``data``: ``int``, ``str``, ``list``, ``bool`` or ``None``. Raises :class:`NotUnderstood`."""
    try:
        value, end = _value(data, 0)
    except (IndexError, UnicodeDecodeError, RecursionError) as error:
        raise NotUnderstood("data that is cut off or no text") from error
    if end != len(data):
        raise NotUnderstood("more than one value")
    return value


def encoded(value: Any) -> bytes:
    """``value`` in its shortest form. Raises :class:`NotUnderstood`."""
    if value is None or isinstance(value, bool):
        return bytes([SIMPLE << 5 | (22 if value is None else 20 + value)])
    if isinstance(value, int) and 0 <= value < 1 << 64:
        return _head(UNSIGNED, value)
    if isinstance(value, str):
        text = value.encode()
        return _head(TEXT, len(text)) + text
    if isinstance(value, list):
        return _head(ARRAY, len(value)) + b"".join(map(encoded, value))
    raise NotUnderstood(f"a value of the type {type(value).__name__}")


def _head(major: int, number: int) -> bytes:
    if number < 24:
        return bytes([major << 5 | number])
    size = next(size for size in range(4) if number < 1 << (8 << size))
    return bytes([major << 5 | 24 + size]) + number.to_bytes(1 << size)


def _value(data: bytes, at: int) -> tuple[Any, int]:
    """The value that begins at ``at``, and where it ends."""
    major, number = data[at] >> 5, data[at] & 31
    at += 1
    if major == SIMPLE and number in SIMPLES:
        return SIMPLES[number], at
    if 24 <= number < 28:
        size = 1 << number - 24
        number, at = int.from_bytes(data[at : at + size]), at + size
    elif number >= 28:
        raise NotUnderstood("a length that is not told")
    if major == UNSIGNED and at <= len(data):
        return number, at
    if major == TEXT and at + number <= len(data):
        return data[at : at + number].decode(), at + number
    if major == ARRAY:
        found = []
        for _ in range(number):
            value, at = _value(data, at)
            found.append(value)
        return found, at
    raise NotUnderstood(f"a value of major type {major}")
