"""Pages at earlier addresses, each of which leads to where its thing is now: links from elsewhere never break."""

from __future__ import annotations

from parley.model.actor import Actor
from parley.model.brief import Brief
from parley.model.page import Page
from parley.model.proposal import Proposal
from parley.pages.desk import Desk
from parley.pages.here import actor_path, brief_path, proposal_path
from parley.pages.machine_views import RedirectView


def brief_redirects(desk: Desk, brief: Brief) -> list[Page]:
    """Those of ``brief``, from its earlier names; its proposals' pages had them in their addresses, too."""
    lang = brief.lang
    found = [_redirect(desk, brief_path(alias), brief_path(brief.slug), brief.title, lang) for alias in brief.aliases]
    for proposal in brief.proposals.values():
        if proposal.id in desk.library.proposals:
            found += proposal_redirects(desk, proposal, brief)
    return found


def proposal_redirects(desk: Desk, proposal: Proposal, brief: Brief) -> list[Page]:
    """Those of ``proposal``: from its earlier ids, under every name that its brief has had."""
    own = proposal.id.partition("/")[2]
    now = proposal_path(proposal.id)
    old = [f"{slug}/{id_}" for slug in (brief.slug, *brief.aliases) for id_ in (own, *proposal.aliases)][1:]
    return [_redirect(desk, proposal_path(id_), now, proposal.title, brief.lang) for id_ in old]


def actor_redirects(desk: Desk, actor: Actor) -> list[Page]:
    """Those of ``actor``, from its earlier ids."""
    return [_redirect(desk, actor_path(alias), actor_path(actor.id), actor.name) for alias in actor.aliases]


def _redirect(desk: Desk, old: str, now: str, title: str, lang: str = "") -> Page:
    address = desk.library.settings.address
    view = RedirectView(
        title=title,
        href=desk.here(old.count("/")).to(now),
        canonical=f"{address}{now}" if address else "",
        lang=lang or desk.library.settings.language,
    )
    return Page(path=f"{old}index.html", template="redirect.html", view=view)
