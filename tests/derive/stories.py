"""Two invented stories, with what must be true of them on which day.

A labour dispute with a deadlock that dissolves, and a quarrel over a town plan that runs through two briefs.
"""

from __future__ import annotations

from parley.model.brief import Brief
from parley.model.library import Library
from tests.derive.builders import (
    acceptance,
    actor,
    brief,
    correction,
    event,
    library,
    outcome,
    proposal,
    reaction,
    rejection,
    source,
    step,
    update,
)

STRIKE = brief(
    actor("press-desk", "person", speaks_for="okafor"),
    proposal("pay-demand", "union", "transit", "2025-03-03", kind="demand", answer_by="2025-03-10"),
    proposal("two-years", "transit", "union", "2025-03-07"),
    proposal("mediation", "abara", ("union", "transit"), "2025-03-12", answer_by="2025-03-16", source="gazette"),
    proposal("roster-freeze", "union", "transit", "2025-03-12"),
    proposal("strike", "union", "transit", "2025-03-14", kind="warning", unless="mediation"),
    rejection("pay-demand", "lind", "2025-03-07", instead="two-years"),
    rejection("two-years", "press-desk", "2025-03-09", unless="prices are counted in"),
    rejection("roster-freeze", "lind", "2025-03-13", unless="mediation"),
    acceptance("mediation", "okafor", "2025-03-12", if_="roster-freeze"),
    acceptance("roster-freeze", "lind", "2025-03-18", source="gazette-18"),
    acceptance("mediation", ("okafor", "lind"), "2025-03-19"),
    reaction("mediation", "mayor", "2025-03-12", stance="supports"),
    reaction("mediation", "lind", "2025-03-14", stance="silent"),
    step("first-session", "2025-03-20", about="mediation", needs="mediation", outcome=outcome("done", "2025-03-21")),
    step("ballot", "2025-04", about="two-years"),
    event("2025-03-01", "Drivers march."),
    source("gazette", "2025-03-12"),
    source("gazette-18", "2025-03-18"),
    update("2025-03-18", changed=("roster-freeze", "mediation")),
    update("2025-03-19", changed="first-session"),
    correction("2025-03-15", where="strike"),
    slug="story",
    published="2025-03-04",
)

PLAN = brief(
    proposal("draft/one", "council", ("residents", "traders"), "2025-02-01", answer_by="2025-02-28"),
    proposal("draft/two", "council", ("residents", "traders"), "2025-03-15", replaces="one"),
    proposal("draft/toll", "mayor", "traders", "2025-03-01", withdrawn="2025-03-20"),
    rejection("one", "traders", "2025-02-20", instead="vote/parking", brief="draft"),
    rejection("toll", "traders", "2025-03-05", brief="draft"),
    acceptance("two", "residents", "2025-04-02", brief="draft"),
    reaction("one", "residents", "2025-02-10", stance="defers", brief="draft"),
    step("draft/hearing", "2025-03-10", about="one"),
    slug="draft",
    published="2025-02-01",
)

VOTE = brief(
    actor("clerk", "person", speaks_for="council"),
    proposal("vote/parking", "traders", "council", "2025-02-20"),
    proposal("vote/ballot", "residents", "council", "2025-04-01", about="draft/two"),
    rejection("parking", "clerk", "2025-03-30", brief="vote"),
    acceptance("draft/two", "traders", "2025-04-03", if_="ballot", brief="vote"),
    acceptance("ballot", "clerk", "2025-04-05", brief="vote"),
    step("vote/count", "2025-05-04", needs="ballot"),
    slug="vote",
    published="2025-04-01",
    review_by="2025-04-30",
)


def strike() -> Library:
    """The labour dispute."""
    return library(
        actor("union", "organisation"),
        actor("transit", "organisation"),
        actor("okafor", "person", speaks_for="union"),
        actor("lind", "person", speaks_for="transit"),
        actor("mayor", "person"),
        actor("abara", "person"),
        STRIKE,
    )


def plan(*more: Brief) -> Library:
    """The quarrel over the town plan."""
    return library(
        actor("council", "organisation"),
        actor("mayor", "person", speaks_for="council"),
        actor("residents", "group", members="harbour-street"),
        actor("traders", "group", members=("baker", "market")),
        actor("market", "group", members="stallholder"),
        PLAN,
        VOTE,
        *more,
    )


# day, proposal, status, waiting for
STRIKE_DAYS = [
    ("2025-03-06", "story/pay-demand", "open", ("transit",)),
    ("2025-03-07", "story/pay-demand", "rejected", ()),
    ("2025-03-08", "story/two-years", "open", ("union",)),
    ("2025-03-09", "story/two-years", "rejected", ()),
    ("2025-03-12", "story/mediation", "open", ("transit",)),
    ("2025-03-14", "story/mediation", "open", ("transit",)),
    ("2025-03-14", "story/strike", "announced", ()),
    ("2025-03-16", "story/mediation", "open", ("transit",)),
    ("2025-03-17", "story/mediation", "lapsed", ("transit",)),
    ("2025-03-17", "story/roster-freeze", "rejected", ()),
    ("2025-03-18", "story/roster-freeze", "accepted", ()),
    ("2025-03-18", "story/mediation", "lapsed", ("transit",)),
    ("2025-03-19", "story/mediation", "accepted", ()),
]
PLAN_DAYS = [
    ("2025-02-19", "draft/one", "open", ("residents", "traders")),
    ("2025-02-20", "draft/one", "rejected", ("residents",)),
    ("2025-03-14", "draft/one", "rejected", ("residents",)),
    ("2025-03-15", "draft/one", "superseded", ("residents",)),
    ("2025-03-05", "draft/toll", "rejected", ()),
    ("2025-03-19", "draft/toll", "rejected", ()),
    ("2025-03-20", "draft/toll", "withdrawn", ()),
    ("2025-04-02", "draft/two", "open", ("traders",)),
    ("2025-04-03", "draft/two", "conditional", ()),
    ("2025-04-01", "vote/parking", "rejected", ()),
    ("2025-04-05", "vote/ballot", "accepted", ()),
]
