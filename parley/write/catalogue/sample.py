"""The small site that the examples of the catalogue are about: a bridge, a council, and those who trade on it.

It is sound: built as of :data:`DAY`, there is nothing to tell.
"""

from __future__ import annotations

import datetime as dt

DAY = dt.date(2025, 6, 1)

BRIDGE = """\
title: Who pays for the bridge?
published: 2025-05-01
summary: The council wants to close the bridge. The traders want it kept open.
what: |
  The council of Alder met on 1 May.[^minutes] [[traders|The traders]] wrote to it the next day.

who:
  council: Decides whether the bridge is closed.
  traders: Ask for it to stay open.
  reed: Speaks for the council.

proposals:
  keep-open:
    title: Keep the bridge open
    kind: demand
    by: traders
    to: council
    date: 2025-05-02
    source: letter

rejections:
  - of: keep-open
    by: reed
    date: 2025-05-10
    why: It is not safe for lorries.
    source: minutes

next_steps:
  report:
    title: The engineer reports
    date: 2025-07-01
    about: keep-open
    source: minutes

sources:
  letter:
    title: Letter to the council
    publisher: Alder Traders
    date: 2025-05-02
    url: https://example.org/letter
  minutes:
    title: Minutes of the council
    publisher: Alder Town Council
    date: 2025-05-10
    kind: official
    url: https://example.org/minutes

updates:
  - date: 2025-05-10
    what: The council has answered.
    changed: keep-open
"""

ACTORS = """\
council:
  name: Alder Town Council
  kind: organisation
traders:
  name: Alder Traders
  kind: group
reed:
  name: Ann Reed
  kind: person
  role: Mayor
  speaks_for: council
"""

SAMPLE = {"briefs/actors.yaml": ACTORS, "briefs/bridge.yaml": BRIDGE}
