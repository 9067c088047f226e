"""Where a page stands, and so how it links: ids become links relative to the page. All addresses are made here."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cached_property, lru_cache
from hashlib import blake2b

from parley.model.library import Library
from parley.model.page import Foreign, Link, Piece, Words
from parley.model.proposal import Answer
from parley.words.alphabet import FIGURES
from parley.words.articles import article
from parley.words.sentences import joined
from parley.words.tongue import Tongue, spoken

MOST = 200  # bytes of a name that is made from a title; file systems take 255


def brief_path(slug: str) -> str:
    """The address of a brief, below the site's top."""
    return f"briefs/{slug}/"


def actor_path(actor: str) -> str:
    """The address of an actor."""
    return f"actors/{actor}/"


def proposal_path(proposal: str) -> str:
    """The address of a proposal (a full id)."""
    return f"proposals/{proposal}/"


def embed_path(proposal: str) -> str:
    """The address of a proposal's card for other pages."""
    return f"embed/{proposal}/"


def oembed_path(proposal: str) -> str:
    """The address of what oEmbed tells of that card."""
    return f"oembed/{proposal}.json"


@lru_cache(maxsize=4096)
def topic_path(title: str) -> str:
    """The address of a topic, made from its title. One that no folder could be called by ends in a digest of it."""
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", title).casefold())
    name = "-".join(words) or "topic"
    if len(name.encode()) > MOST:
        digest = blake2b(name.encode(), digest_size=4).hexdigest()
        name = f"{name.encode()[: MOST - 20].decode('utf-8', 'ignore')}-{digest}"
    return f"topics/{name}/"


def letter_path(first: str) -> str:
    """The address of a letter of the A to Z."""
    return f"search/{'0' if first == FIGURES else first.lower()}/"


class Here:
    """A page's point of view: ``depth`` folders below the top, or at ``root`` where that is given (the 404 page)."""

    def __init__(
        self,
        library: Library,
        depth: int,
        root: str | None = None,
        placed: Mapping[str, str] | None = None,
        lang: str = "",
    ) -> None:
        """``placed``: usual address -> real one, of what lies elsewhere than on a page that bears all (``places``).
        ``lang``: the page's language, where that is not the site's."""
        self.library = library
        self.lang = lang or library.settings.language
        self.placed = placed or {}
        self.root = "../" * depth if root is None else root
        self._links: dict[tuple[str, str], Link] = {}
        self._named: dict[tuple[Tongue, str], Words] = {}

    @cached_property
    def home(self) -> str:
        """The way to the top of the site."""
        return self.root or "./"

    def to(self, path: str) -> str:
        """``path`` (below the top; empty for the top itself) as seen from here."""
        return f"{self.root}{self.placed.get(path, path)}" or "./"

    def topic(self, title: str) -> str:
        """What the topic that briefs call ``title`` is called here."""
        return self.library.settings.topics.get(title, title)

    def within(self, path: str, anchor: str) -> str:
        """``anchor`` of the page at ``path`` as seen from that very page."""
        address = f"{path}#{anchor}"
        return self.to(address) if address in self.placed else f"#{anchor}"

    def actor(self, actor: str) -> Link:
        """A link to an actor by name."""
        return self._link("actor", actor)

    def named(self, actor: str) -> Words:
        """An actor within a sentence: "the European Union", with the name as a link."""
        key = spoken(), actor
        found = self._named.get(key)
        if found is None:
            found = self._named[key] = joined([article(self.library.actors[actor]), self.actor(actor)])
        return found

    def brief(self, slug: str) -> Link:
        """A link to a brief by title."""
        return self._link("brief", slug)

    def proposal(self, proposal: str) -> Link:
        """A link to a proposal's own page by title."""
        return self._link("proposal", proposal)

    def item(self, item: str) -> Link:
        """A link to a proposal or a next step."""
        return self.step(item) if item in self.library.steps else self.proposal(item)

    def step(self, step: str) -> Link:
        """A link to a next step in its brief."""
        return self._link("step", step)

    def answer_href(self, answer: Answer) -> str:
        """Where an answer stands in its brief."""
        return self.to(f"{brief_path(answer.brief)}#{answer_anchor(answer)}")

    def source_href(self, source: str) -> str:
        """Where a source (a full id) stands in its brief's list."""
        slug, _, name = source.partition("/")
        return self.to(f"{brief_path(slug)}#source-{name}")

    def _link(self, kind: str, to: str) -> Link:
        found = self._links.get((kind, to))
        if found is None:
            found = self._links[kind, to] = self._made(kind, to)
        return found

    def _made(self, kind: str, to: str) -> Link:
        library = self.library
        if kind == "actor":
            return Link(text=library.actors[to].name, href=self.to(actor_path(to)), kind="actor")
        if kind == "brief":
            text = library.briefs[to].title
            return Link(text=text, href=self.to(brief_path(to)), kind="brief", lang=self.foreign(text, to))
        slug, _, name = to.partition("/")
        if kind == "step":
            href = self.to(f"{brief_path(slug)}#step-{name}")
            text = library.steps[to].title
            return Link(text=text, href=href, kind="step", lang=self.foreign(text, slug))
        href, text = self.to(proposal_path(to)), library.proposals[to].title
        return Link(text=text, href=href, kind="proposal", lang=self.foreign(text, slug))

    def foreign(self, text: str, slug: str) -> str:
        """The language of ``text``, which is one of the brief ``slug``, where it is not the page's."""
        return self.differing(self.library.briefs[slug].lang_of(text))

    def differing(self, lang: str) -> str:
        """``lang`` (empty: the site's) where it is not the page's."""
        lang = lang or self.library.settings.language
        return "" if lang == self.lang else lang

    def worded(self, text: str, lang: str) -> Piece:
        """``text`` in ``lang`` (empty: the site's) as a piece of a sentence."""
        lang = self.differing(lang)
        return Foreign(text=text, lang=lang) if lang else text


def answer_anchor(answer: Answer) -> str:
    """The id of an answer's card on a page."""
    return f"answer-{answer.id.partition('/')[2]}"


def answer_anchor_apart(answer: Answer) -> str:
    """The id of an answer's card on a page that holds answers of several briefs."""
    return f"answer-{answer.id.replace('/', '-')}"


def event_anchor(event: str) -> str:
    """The id of an event's line on a page, by the event's own."""
    return event.partition("/")[2].replace(".", "-")
