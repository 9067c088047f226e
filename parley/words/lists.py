"""What is said of a list that goes on elsewhere."""

from __future__ import annotations

from typing import Literal

Order = Literal["newest first", "newest last", "by name"]


def shown_here(shown: int, total: int, order: Order) -> str:
    """How much of a list a page shows: "Shown here: the newest 40 of 95."."""
    which = "first" if order == "by name" else "newest"
    return f"Shown here: the {which} {shown:,} of {total:,}."


def table_shown(rows: int, all_rows: int, columns: int, all_columns: int) -> str:
    """How much of a positions table a page shows."""
    proposals = f"the newest {rows:,} of {all_rows:,} proposals" if rows < all_rows else ""
    sides = f"{columns:,} of {all_columns:,} sides, those with most answers" if columns < all_columns else ""
    return f"Shown here: {' and '.join(filter(None, [proposals, sides]))}."


def stretch(first: int, last: int, total: int) -> str:
    """Which items of a list a page holds, counted from 1: "41 to 80 of 95"."""
    return f"{first:,} of {total:,}" if first == last else f"{first:,} to {last:,} of {total:,}"
