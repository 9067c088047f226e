"""Parley's door for this folder: `python build.py build`, and so on; the same as `.venv/bin/parley`."""

import sys


def main() -> int:
    """Run Parley and return its exit code; 2 where this Python cannot run it."""
    if sys.version_info < (3, 11):
        return refused("Parley needs Python 3.11 or later")
    try:
        from parley.cli import main as parley

        return parley()
    except KeyboardInterrupt:  # it came before there was anything to stop
        return 130
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] == "parley":
            raise
        return refused(f"this Python has no module {missing.name!r}")


def refused(reason: str) -> int:
    """Say on one line why Parley cannot run here, and what to do."""
    sys.stderr.write(f"build.py: {reason}; run `make setup`, then `.venv/bin/python build.py`\n")
    return 2


if __name__ == "__main__":
    raise SystemExit(main())
