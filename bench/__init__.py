"""The benchmark: Parley beside the peers on the same work, in one run. ``python -m bench`` tells what it can do."""
