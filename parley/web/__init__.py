"""Addresses of sources -> whether they still answer. The only room that goes to the network, and only when asked to.

It knows nothing of briefs: it is given addresses and gives a verdict on each. An address may come from anybody, so none
leads into a private network, and no body of an answer is read. Apart from that stands ``fetched``: a file from an
address that the writer chose.
"""

from __future__ import annotations

from parley.web.asked import Limits
from parley.web.fetched import NotFetched, fetched
from parley.web.many import verdicts

__all__ = ["Limits", "NotFetched", "fetched", "verdicts"]
