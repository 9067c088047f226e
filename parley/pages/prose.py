"""Markdown from a brief -> prose whose references are resolved for one page, with first mentions linked.

Text comes in and text goes out, with numbered marks where links belong; turning it into HTML is not done here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from parley.model.library import Library
from parley.model.mentions import Mention, code_spans, mentions
from parley.model.page import MARK, Link, Prose
from parley.pages.here import Here
from parley.pages.terms import Glossary, term_at

# Where nothing may be linked: code, links, addresses, HTML (which is shown as text), headings. Each piece is limited in
# length, so that the time stays in proportion to the length of the text, whatever stands in it.
SKIPPED = re.compile(
    r"^.*\n(?:=+|-+) *$|^(?:```|~~~)[^`\n]*$[\s\S]*?(?:^(?:```|~~~)|\Z)"
    r"|(?P<ticks>`+)"
    r"|!?\[[^\[\]]{0,400}\](?:\([^()\s]{0,2000}\)|\[[^\[\]]{0,200}\])"
    r"|<[^<>\s][^<>]{0,400}>|https?://\S+|^#{1,6} .*$" + f"|{MARK[0]}\\d+{MARK[1]}",
    re.MULTILINE,
)
WORD = re.compile(r"\w+(?:[’'-]\w+)*|\w+")
PIECE = re.compile(r"\w+")
ELISION = re.compile(r"[’']")

# First word of a name, and its first piece -> (name, actor id), longest names first.
Gazetteer = Mapping[str, tuple[tuple[str, str], ...]]


def gazetteer(library: Library) -> Gazetteer:
    """Every name that links by itself. A name that two actors share links to neither."""
    owners: dict[str, set[str]] = {}
    for actor in library.actors.values():
        for name in (actor.name, *actor.aka):
            owners.setdefault(name, set()).add(actor.id)
    found: dict[str, list[tuple[str, str]]] = {}
    for name, ids in owners.items():
        if len(ids) == 1 and (first := WORD.search(name)) and first.start() == 0:
            for word in {first[0], first[0].partition("-")[0], _first_piece(first[0])}:
                found.setdefault(word, []).append((name, next(iter(ids))))
    return {word: tuple(sorted(names, key=lambda item: (-len(item[0]), item[0]))) for word, names in found.items()}


class Writer:
    """Makes the prose of one page, in reading order: it remembers who was linked, and what was explained, already.

    Names link by themselves, and so do the ``terms`` of the brief whose page it is (``slug``), in its own prose.
    """

    def __init__(
        self,
        here: Here,
        names: Gazetteer,
        *,
        without: tuple[str, ...] = (),
        terms: Glossary | None = None,
        slug: str = "",
    ) -> None:
        self.here = here
        self.names = names if here.library.settings.autolink else {}
        self.linked = set(without)
        self.terms = terms or {}
        self.slug = slug
        self.explained: set[str] = set()  # the ids of entries that need no further link
        self._nameless: set[str] = set()  # words that were met on the page and begin no name

    def prose(self, text: str, slug: str = "", lang: str = "") -> Prose:
        """``text`` of the brief ``slug``, or of none (empty) and then in ``lang`` (empty: the site's language), with
        links as seen from the page."""
        if not text:
            return Prose()
        links: list[Link] = []
        foreign = self.here.foreign(text, slug) if slug else self.here.differing(lang)
        text = self._resolved(text, slug, links)
        terms = self.terms if slug == self.slug else {}
        if self._may_link(text, terms):
            text = self._autolinked(text, links, terms)
        return Prose(text=text, links=tuple(links), lang=foreign)

    def _resolved(self, text: str, slug: str, links: list[Link]) -> str:
        """References as marks; those to what is not there (left out as of an earlier day) as their words."""
        found, done = [], 0
        for mention in mentions(text):
            link = self._link(mention, slug)
            if isinstance(link, Link):
                found += [text[done : mention.start], _mark(links, link)]
            else:
                found += [text[done : mention.start], link]
            done = mention.end
        return "".join([*found, text[done:]])

    def _link(self, mention: Mention, slug: str) -> Link | str:
        here, library, target = self.here, self.here.library, mention.target
        full = target if "/" in target else f"{slug}/{target}"
        match mention.kind:
            case "actor" if target in library.actors:
                self.linked.add(target)
                return _worded(here.actor(target), mention.text)
            case "brief" if target in library.briefs:
                return _worded(here.brief(target), mention.text)
            case "proposal" if full in library.proposals:
                return _worded(here.proposal(full), mention.text)
            case "source":
                return self._cite(full)
        return mention.text or target.rpartition("/")[2].replace("-", " ")

    def _cite(self, source: str) -> Link | str:
        brief = self.here.library.briefs.get(source.partition("/")[0])
        name = source.partition("/")[2]
        if brief is None or name not in brief.sources:
            return ""
        number = list(brief.sources).index(name) + 1
        found = brief.sources[name]
        title = ", ".join(filter(None, [found.publisher, found.title]))
        return Link(text=str(number), href=self.here.source_href(source), kind="cite", title=title)

    def _may_link(self, text: str, terms: Glossary) -> bool:
        """Whether the name of someone who was not linked yet, or a term, may begin in ``text``. In most texts none
        does, which is seen without looking at the place of each word."""
        if not self.names and not terms:
            return False
        pieces = set(PIECE.findall(text))
        named = [(piece, self.names.get(piece)) for piece in pieces - self._nameless]
        self._nameless.update(piece for piece, found in named if not found)
        if any(actor not in self.linked for _, found in named for _, actor in found or ()):
            return True
        return bool(terms) and any(piece.casefold() in terms for piece in pieces)

    def _autolinked(self, text: str, links: list[Link], terms: Glossary) -> str:
        """``text`` with the first mention of everyone who was not linked yet, and of every term.

        A term within a name is a part of the name, whether that links or not.
        """
        found, done, named = [], 0, 0
        for word, limit in _words(text):
            at = word.start()
            if at < done:
                continue
            if name := self._name(text, word, limit):
                actor, named = name[0], max(named, name[1])
                if actor not in self.linked:
                    self.linked.add(actor)
                    found += [text[done:at], _mark(links, _worded(self.here.actor(actor), text[at : name[1]]))]
                    done = name[1]
            elif terms and at >= named and (term := self._term(text, word, limit, terms)):
                at, end, anchor = term
                words = " ".join(text[at:end].split())
                found += [text[done:at], _mark(links, Link(text=words, href=f"#{anchor}", kind="term"))]
                done = end
        return "".join([*found, text[done:]])

    def _name(self, text: str, word: re.Match[str], limit: int) -> tuple[str, int] | None:
        """The actor whose name begins with ``word``, the longest name first, and where the name ends."""
        at = word.start()
        for name, actor in self._candidates(word[0]):
            end = at + len(name)
            if end <= limit and text.startswith(name, at) and not text[end : end + 1].isalnum():
                return actor, end
        return None

    def _term(self, text: str, word: re.Match[str], limit: int, terms: Glossary) -> tuple[int, int, str] | None:
        """Start, end and entry of a term not explained yet, at ``word`` or after an elision in it (l’accord)."""
        for at in (word.start(), *(sign.end() for sign in ELISION.finditer(text, word.start(), word.end()))):
            found = term_at(text, at, limit, terms)
            if found and found[0] not in self.explained:
                self.explained.add(found[0])
                return at, found[1], found[0]
        return None

    def _candidates(self, word: str) -> tuple[tuple[str, str], ...]:
        return self.names.get(word) or self.names.get(_first_piece(word), ())


def _first_piece(word: str) -> str:
    """What a compound begins with: the "Franco" of "Franco-German"; any other word is its own first piece."""
    found = PIECE.match(word)
    return found[0] if found else word


def _words(text: str) -> Iterator[tuple[re.Match[str], int]]:
    """The words of ``text`` that may be linked, each with the end of the stretch in which it stands."""
    code = code_spans(text) if "`" in text else {}
    at = 0
    while at < len(text):
        skipped = SKIPPED.search(text, at)
        start = skipped.start() if skipped else len(text)
        for word in WORD.finditer(text, at, start):
            yield word, start
        if skipped is None:
            return
        at = code.get(start, skipped.end()) if skipped["ticks"] else max(skipped.end(), at + 1)


def _worded(link: Link, text: str) -> Link:
    return Link(text=text, href=link.href, kind=link.kind, lang="") if text else link


def _mark(links: list[Link], link: Link) -> str:
    links.append(link)
    return f"{MARK[0]}{len(links) - 1}{MARK[1]}"
