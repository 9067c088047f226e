"""How many workers are worth having, and how they begin."""

from __future__ import annotations

import os


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def forks() -> bool:
    """Whether a process can be forked here, and the fork have all that the process has."""
    return hasattr(os, "fork")
