"""Actors that lead back to themselves."""

from __future__ import annotations

from parley.write.catalogue.entry import Entry

ENTRIES = (
    Entry(
        code="speaks-for-circle",
        title="Actors who speak for one another in a circle",
        says="`speaks_for` leads from a person to the side that their words count for. Here it leads back to where it "
        "began, so there is no side. Take one `speaks_for` out.",
        file="briefs/actors.yaml",
        wrong="  kind: organisation\n  speaks_for: reed\n",
        right="  kind: organisation\n",
    ),
    Entry(
        code="members-circle",
        title="Groups that are members of one another",
        says="A group is a member of itself, by way of others or directly. Take one of them out of `members`.",
        file="briefs/actors.yaml",
        wrong="  kind: group\n  members: [traders]\n",
        right="  kind: group\n",
    ),
)
