"""Links inside the site that lead nowhere, found in the finished bytes: where a reader would meet them.

It is done in two steps, so that pages can be looked at apart, by several processes or in an earlier build. Of each page
its *facts* are taken (``publish.link_facts``): what can be linked to in it, and what it links to. Then the facts of all
pages are held against each other. Only a page that leads to something that no page has is read again, to say which
link it is; as a rule there is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import unescape

from parley.model.problem import Place, Problem
from parley.publish.link_facts import (
    ANCHOR,
    LINK,
    NO_ADDRESS,
    Target,
    is_checked,
    leads_to_any,
    missing,
    page_facts,
    targets,
)


def dead_links(site: Mapping[str, bytes]) -> list[Problem]:
    """A warning for each link of a page of ``site`` (path -> bytes) to a file or an anchor that does not exist."""
    facts = {path: page_facts(path, body) for path, body in site.items()}
    lost = missing(facts.values())
    return link_faults([path for path, told in facts.items() if leads_to_any(told, lost)], site)


def link_faults(paths: Iterable[str], site: Mapping[str, bytes]) -> list[Problem]:
    """A warning for each link of the pages ``paths`` that leads nowhere in ``site``, in the order of the pages and of
    the links in them. Only these pages and those that they lead to are read."""
    anchors: dict[str, frozenset[str]] = {}

    def fault(found: Target | None) -> str:
        """What is wrong with leading there; empty where it is somewhere, or out of the site."""
        if found is None:
            return ""
        if found == NO_ADDRESS:
            return "not an address"
        file, anchor = found
        if file not in site:
            return "no such page"
        if anchor and file not in anchors:
            anchors[file] = frozenset(unescape(each.decode()) for each in ANCHOR.findall(site[file]))
        return "no such place on that page" if anchor and anchor not in anchors[file] else ""

    problems = []
    for path in filter(is_checked, paths):
        hrefs = list(dict.fromkeys(LINK.findall(site[path])))
        for href, found in zip(hrefs, targets(path, hrefs), strict=True):
            if wrong := fault(found):
                problems.append(Problem(Place(path), "dead-link", f'a link to "{href.decode()}" ({wrong})',
                                        "mend the address in the brief or the theme", "warning"))  # fmt: skip
    return problems
