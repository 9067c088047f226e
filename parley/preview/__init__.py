"""The live preview behind `build.py serve`: builds, serves from memory, watches, builds again, tells the open tabs.

It is handed a builder and knows nothing of briefs, themes or YAML. It keeps serving the last good site while the
sources are broken and shows the problems over it. What is heavy (uvicorn, starlette, watchdog) is imported only once
something is served. It is a tool for the writer's own machine and refuses to be a public server: see `hosts` for whom
it answers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from parley.preview.built import Built, Draft, Explained, Near, Shown, Spot
from parley.preview.more import More

__all__ = ["Built", "Draft", "Explained", "More", "Near", "Shown", "Spot", "serve"]


def serve(
    build: Callable[[], Built],
    watched: Sequence[Path],
    *,
    host: str,
    port: int,
    say: Callable[[str], None],
    ignored: Sequence[Path] = (),
    polling: bool | None = None,
    more: More | None = None,
) -> int:
    """Serve what `build` gives until Ctrl-C or SIGTERM; build again whenever something under `watched` is written.

    `build` runs in a thread of its own, never twice at once; what it raises is shown as a problem. `watched` holds
    folders and files, which need not exist yet; what it holds may be changed while it is served, from any thread.
    Whatever is under `ignored` (output, caches) is not looked at. `polling` True looks at the files from time to time
    instead of being told by the system; None or False do so where the system is known not to tell, refuses to, or is
    found not to have told. `more` is what a preview can do without. Port 0 takes a free one. `say` gets one line at a
    time, from several threads but never two at once, and is the only way out to the terminal.

    Gives the exit code: 0 after Ctrl-C or SIGTERM, 1 when the address could not be taken. Handles signals only in the
    main thread.
    """
    from parley.preview.server import run

    return run(
        build, watched, host=host, port=port, say=say, ignored=ignored, polling=bool(polling), more=more or More()
    )
