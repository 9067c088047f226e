"""The views of files that are made by code and not by a template, because their escaping is not that of HTML."""

import datetime as dt
from typing import Literal

from parley.model.keys import Noun
from parley.pages.linked.node import Node

EventStatus = Literal["TENTATIVE", "CONFIRMED", "CANCELLED"]


class CalendarEvent(Noun, frozen=True, kw_only=True):
    """One next step. ``start`` is a day, or a moment in UTC; ``end`` is the day after the last one, for days only."""

    uid: str
    stamp: dt.datetime  # when what is known of it last changed, in UTC
    sequence: int  # how often it changed
    start: dt.date | dt.datetime
    end: dt.date | None
    title: str
    description: str  # several lines
    where: str
    url: str  # absolute, or empty
    category: str
    status: EventStatus


class CalendarView(Noun, frozen=True, kw_only=True):
    """A calendar (iCalendar, RFC 5545). Addresses are absolute, or empty where the site's is not known."""

    name: str
    description: str
    url: str  # of the page it goes with
    source: str  # its own
    events: tuple[CalendarEvent, ...]


class OembedView(Noun, frozen=True, kw_only=True):
    """What oEmbed 1.0 tells of a card (type "rich"); addresses are absolute."""

    title: str
    provider: str
    home: str
    html: str
    width: int
    height: int


class PopoloView(Noun, frozen=True, kw_only=True):
    """The lists of Popolo, each entry a plain tree."""

    persons: tuple[Node, ...]
    organizations: tuple[Node, ...]
    memberships: tuple[Node, ...]
    motions: tuple[Node, ...]
    vote_events: tuple[Node, ...]


class LlmsLink(Noun, frozen=True, kw_only=True):
    """Something to read on, and what is there."""

    name: str
    url: str
    note: str


class LlmsSection(Noun, frozen=True, kw_only=True):
    """Links of one kind."""

    title: str
    links: tuple[LlmsLink, ...]


class LlmsView(Noun, frozen=True, kw_only=True):
    """llms.txt (llmstxt.org): the site for language models, in Markdown."""

    name: str
    summary: str
    notes: tuple[str, ...]  # how to read and cite it
    sections: tuple[LlmsSection, ...]
