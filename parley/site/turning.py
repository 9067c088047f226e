"""The file that says when the site changes next by itself. It belongs to no unit: it hangs on what pages must not see,
such as what is dated later."""

from __future__ import annotations

import datetime as dt

from parley.model.library import Library

NEXT_BUILD = "next-build.json"


def next_build_file(whole: Library, now: Library, day: dt.date) -> bytes:
    """The bytes of ``next-build.json``: ``whole`` is what was written, ``now`` the same as of ``day``."""
    from parley.derive import next_build
    from parley.render.next_build import next_build_json

    return next_build_json(next_build(whole, now, day))
