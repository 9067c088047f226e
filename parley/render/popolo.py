"""Popolo as JSON."""

from __future__ import annotations

from typing import Any

import msgspec


def popolo_json(view: Any) -> bytes:
    """``view`` (a ``PopoloView``) as one object of lists."""
    return msgspec.json.format(msgspec.json.encode(msgspec.structs.asdict(view)), indent=1) + b"\n"
