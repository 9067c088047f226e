"""What Parley says of a small site that stands in the catalogue: the real messages, by a real build."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from parley.model.problem import Problem


@contextmanager
def told_of(files: Mapping[str, bytes]) -> Iterator[tuple[Path, tuple[Problem, ...]]]:
    """A folder with ``files`` for as long as it is needed, and the problems of the site in it, on the sample's day."""
    from parley.site import Order, built, checked
    from parley.write.catalogue.sample import DAY

    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name, body in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(body)
        order = Order(root, dt.datetime.combine(DAY, dt.time(12), dt.UTC), extras=False)
        yield root, checked(order) or built(order).problems
