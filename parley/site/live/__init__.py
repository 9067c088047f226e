"""A site that is built again and again from the same folder, for someone who looks at it.

A build keeps in memory what the next one can use. What is looked at is made when it is asked for, before all else; the
rest, and what can only be told once all is made, follows bit by bit, and stops as soon as there is something newer. The
bytes are those of :func:`parley.site.built`.
"""

from parley.site.live.live import Live, Stage
from parley.site.live.shown import LiveSite

__all__ = ["Live", "LiveSite", "Stage"]
