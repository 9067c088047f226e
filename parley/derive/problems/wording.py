"""How a brief reads: quotes and sentences that are too long to be read at once, and words that take sides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from parley.derive.problems.loaded_words import BUILT_IN
from parley.derive.problems.places import place_in
from parley.derive.problems.texts import Typed, texts
from parley.model.brief import Brief
from parley.model.library import Library
from parley.model.problem import Problem, quoted
from parley.words.measure import sentences, word_count

LONGEST_QUOTE = 60  # words
LONGEST_SENTENCE = 25  # words, in the box at the top
QUOTED = re.compile(r"“[^”]*”|„[^“”]*[“”]|«[^»]*»|\"[^\"]*\"|‘[^’]*’(?!\w)")


def of_wording(library: Library, brief: Brief) -> Iterator[Problem]:
    """Quotes of ``brief`` of more than 60 words, sentences of more than 25 in the box at the top, and the words that
    the site's settings call loaded, each once."""
    yield from _quotes(brief)
    yield from _sentences(brief)
    if library.settings.loaded_words and (loaded := _loaded(library.settings.loaded_words)):
        yield from _taking_sides(brief, loaded)


def _quotes(brief: Brief) -> Iterator[Problem]:
    places = [(f"proposals.{item.id.rpartition('/')[2]}.quote", item.quote) for item in brief.proposals.values()]
    for key in ("rejections", "acceptances", "reactions"):
        places += [(f"{key}.{answer.at}.quote", answer.quote) for answer in getattr(brief, key)]
    for path, quote in places:
        if quote and (count := word_count(quote)) > LONGEST_QUOTE:
            yield Problem(
                place_in(brief, path),
                "long-quote",
                f"a quote of {count} words",
                f"keep the {LONGEST_QUOTE} words that matter, and say the rest in your own",
                "warning",
            )


def _sentences(brief: Brief) -> Iterator[Problem]:
    for path, text in (("summary", brief.summary), *(("unknown", text) for text in brief.unknown[:1])):
        for sentence in sentences(text):
            if (count := word_count(sentence)) > LONGEST_SENTENCE:
                yield Problem(
                    place_in(brief, path),
                    "long-sentence",
                    f"a sentence of {count} words at the top of the page: {quoted(sentence)}",
                    f"make two of it: {LONGEST_SENTENCE} words are read at once",
                    "warning",
                )


def _loaded(wanted: tuple[str, ...]) -> dict[str, str]:
    """The words to look for, each with what may be said in its place, or nothing."""
    found = dict(BUILT_IN) if {"true", "english"} & {word.casefold() for word in wanted} else {}
    return found | {word.casefold(): "" for word in wanted if word.casefold() not in ("true", "false", "english")}


@lru_cache(maxsize=4)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)


def _taking_sides(brief: Brief, loaded: dict[str, str]) -> Iterator[Problem]:
    pattern = _any_of(tuple(sorted(loaded, key=lambda word: (-len(word), word))))
    met: dict[str, list[Typed]] = {}
    for typed in texts(brief):
        for match in pattern.finditer(QUOTED.sub("", typed.text)):
            met.setdefault(match[0].casefold(), []).append(typed)
    for word, places in met.items():
        more = f" ({len(places)} times)" if len(places) > 1 else ""
        yield Problem(
            place_in(brief, places[0].path),
            "loaded-word",
            f"{quoted(word)} in {quoted(places[0].key)}{more}, a word that takes sides",
            f"say {loaded[word]}, or quote whoever said it" if loaded[word] else "use a plainer one, or quote it",
            "warning",
        )
