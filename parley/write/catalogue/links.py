"""What `parley links` tells of the addresses of sources."""

from __future__ import annotations

from parley.write.catalogue.entry import Entry

ENTRIES = (
    Entry(
        code="dead-source",
        title="A source that is gone",
        says="""\
Told by `parley links` alone, which asks the address of every source. The server says that there is no such page (404
or 410), or its name leads nowhere any more. Readers can't check what you wrote.

Look for a copy, for instance in the Internet Archive: the message gives the address to try there. Put what you find
under `archived`, beside `url`. A page that refuses machines, is slow or has a fault is never called dead; you are told
that it could not be checked.""",
    ),
    Entry(
        code="moved-source",
        title="A source that has moved",
        says="""\
Told by `parley links` alone. The server sends everyone on to another address, for good (301 or 308). Put the new
address in the place of the old one, before the old one is given up. Where the new address is a front page, the page
itself may be gone: look first, and keep a copy.""",
    ),
)
