"""What `parley links` tells of the addresses of sources."""

from __future__ import annotations

from parley.write.catalogue.entry import Entry

ENTRIES = (
    Entry(
        code="dead-source",
        title="A source that is gone",
        says="Only `parley links` tells this, since only it asks the network: there is no such page any more, so"
        " readers can't check what you wrote. Look for a copy, say at the address of the Internet Archive that the"
        " message gives, and put it under `archived`, beside `url`. A page that is slow, refuses machines or has a"
        " fault is never called gone.",
    ),
    Entry(
        code="moved-source",
        title="A source that has moved",
        says="Only `parley links` tells this: the server sends everyone on to another address, for good. Put the new"
        " address in the place of the old one. Where the new one is a front page, the page may be gone: look first, and"
        " keep a copy.",
    ),
)
