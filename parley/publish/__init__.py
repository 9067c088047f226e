"""Publishing: the finished site, one mapping from path to bytes, becomes a folder equal to it.

The public functions are in `parley.publish.folder`. The room runs on Linux and other POSIX systems: its lock
is `flock`. It knows nothing of briefs or pages, only of paths and bytes.
"""
