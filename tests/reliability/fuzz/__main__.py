"""``python -m tests.reliability.fuzz TARGET``: look for bytes for which what is promised does not hold.

It ends with 0 when the time is over and with another code where it found some, which then lie in the folder ``--keep``,
beside the input that took longest.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["parley", "markdown", "yaml"]):
    from tests.reliability.fuzz.targets import SEEDS, TARGETS, found


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.reliability.fuzz", description=__doc__.splitlines()[0])
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--seconds", type=int, default=60, help="how long to look (default: 60)")
    parser.add_argument("--keep", type=Path, default=Path(".fuzz"), metavar="DIR", help="for what is found")
    parser.add_argument("--longest", type=int, default=8_000, metavar="BYTES", help="of an input (default: 8000)")
    parser.add_argument("--seed", type=int, default=1)
    wish = parser.parse_args()
    folder = wish.keep / wish.target
    inputs = folder / "inputs"
    inputs.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate([*SEEDS[wish.target], *(path.read_bytes() for path in found(wish.target))]):
        (inputs / f"seed-{number}").write_bytes(seed)
    target, longest = TARGETS[wish.target], [0.0]

    def timed(data: bytes) -> None:
        began = time.process_time()
        target(data)
        taken = time.process_time() - began
        if taken > longest[0]:
            longest[0] = taken
            (folder / "slowest").write_bytes(data)

    options = {
        "max_total_time": wish.seconds, "max_len": wish.longest, "timeout": 60, "artifact_prefix": f"{folder}/",
        "seed": wish.seed, "rss_limit_mb": 4096,
    }  # fmt: skip
    atheris.Setup([sys.argv[0], *(f"-{key}={value}" for key, value in options.items()), str(inputs)], timed)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
