"""Sentences -> moves: who proposes, demands, refuses, accepts or plans what, by the words for it.

A move keeps the sentence that it rests on. What is not said (who, to whom, when) stays empty and is never guessed from
another sentence, but for "he", "she" and "it", which mean whoever acted last.
"""

from __future__ import annotations

import re

import msgspec

from parley.draft.lists import listed
from parley.draft.names import Cast, Mention
from parley.draft.phrases import Word, words
from parley.draft.sentences import Sentence
from parley.draft.vocabulary import AGREEING, HARM, PREPOSITIONS, SAYING, TITLES, TRIGGERS

OFFERS = ("proposal", "invitation", "demand", "warning", "decision")
ANSWERS = ("rejection", "acceptance", "supports", "opposes", "defers", "silent")
PLAIN = frozenset(listed("proposal invitation demand rejection acceptance warning"))
KNOWN = frozenset(listed("the this that his her its their it both"))  # what is agreed to was told of before
BE = frozenset(listed("was were been being is are be"))
NOT = frozenset(listed("not never no n't without didn't doesn't won't wouldn't hasn't isn't wasn't haven't cannot"))
PRONOUNS = frozenset(listed("he she it they his her its their we i our my"))
QUOTE = re.compile(r"“([^“”]{12,600})”|\"([^\"]{12,600})\"")
CONDITION = re.compile(
    r"\b(unless|if|only after|only if|only when|provided|as long as|until|should|without a) [^.;,”\"]+", re.I
)
OFFICE = re.compile(r"(?:[’']s?)? (?:administration|government|office|team|spokes\w+|lawyers?|officials)\b")
CLAUSE = re.compile(r"[.;:,—–”\"]|\s(?:but|while|although|whereas|after|because)\s")


class Move(msgspec.Struct):
    """One move. ``kind`` is one of OFFERS, ANSWERS or ``step``; ``what`` its words, ``by`` and ``to`` actors' ids."""

    kind: str
    sentence: Sentence
    what: str = ""
    by: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    condition: str = ""
    quote: str = ""
    owned: bool = False  # told by a noun, so that it may have been told before


class Told(msgspec.Struct):
    """What was understood of an article, and the sentences with a word for a move that were not."""

    moves: list[Move] = []
    unclear: list[Sentence] = []


def moves(sentences: list[Sentence], cast: Cast) -> Told:
    """The moves that ``sentences`` tell of."""
    told, last = Told(), ""
    for sentence in sentences:
        row = words(sentence.text)
        one = _One(sentence, row, cast.mentions(row), last)
        found = one.moves()
        told.moves += found
        if one.triggers and not found:
            told.unclear.append(sentence)
        last = one.last()
    return told


class _One:
    """One sentence while it is looked at."""

    def __init__(self, sentence: Sentence, row: list[Word], mentions: list[Mention], last: str) -> None:
        self.sentence, self.text, self.row, self.before = sentence, sentence.text, row, last
        self.low = [word.text.lower() for word in row]
        self.mentions = [mention for mention in mentions if not mention.place]
        self.quotes = [(match.start(), match.end()) for match in QUOTE.finditer(self.text)]
        self.triggers = [] if self.text.endswith("?") else TRIGGERS.found(self.low)

    def last(self) -> str:
        """Who "he" or "it" of the next sentence is."""
        acting = [one.id for one in self.mentions if not self._after_preposition(one) and not one.owns]
        return (self._speaker() or (acting[0] if acting else "")) or self.before

    def moves(self) -> list[Move]:
        found: dict[tuple[str, tuple[str, ...]], Move] = {}
        behind = -1
        for first, end, (kind, form) in self.triggers:
            if first <= behind + 2 and behind >= 0 and "to" in self.low[behind : first + 1]:
                continue  # "refused to accept" is one move
            named = kind
            kind, used = self._meant(kind, form, first, end)
            if not kind:
                continue
            by = self._by(first, end, form)
            if not by and kind != "step" and not self._plain(kind, form, first, end):
                continue
            behind = max(used, end)
            move = Move(kind, self.sentence, self._what(first, end, form), by, self._to(end, by, kind))
            if kind == "step":
                move.what, move.by = self.text, tuple(dict.fromkeys(one.id for one in self.mentions))[:4]
            if condition := CONDITION.search(self.text):
                move.condition = condition[0] if kind != "step" else ""
            move.quote = self._quote()
            move.owned = form == "noun" and named != "idea" and family(kind) == "offer"
            found.setdefault((family(kind), by if kind != "step" else ()), move)
        return list(found.values())

    def _plain(self, kind: str, form: str, first: int, end: int) -> bool:
        """Whether someone does this, though it is not known who: "the council proposed", not "the proposed law"."""
        before = self.low[first - 1] if first else ""
        done = form == "verb" and end == first + 1 and self.low[first].endswith(("ed", "es"))
        return done and family(kind) != "step" and kind in PLAIN and before not in ("", "the", "a", "an", "to", "and")

    def _meant(self, kind: str, form: str, first: int, end: int) -> tuple[str, int]:
        """The kind of move with negation and what follows taken in, and the last word used; no kind for no move."""
        around = set(self.low[max(0, first - 3) : first])
        negated = bool(around & NOT) or "n’t" in self.text[max(0, self.row[first].start - 14) : self.row[first].start]
        ahead = self.low[end : end + 9]
        if form == "noun" and kind != "idea" and not self._new_noun(kind, first, end):
            return "", end
        if kind == "idea":
            return ("proposal" if "discussed" in self.low[:first] or "raised" in self.low[:first] else ""), end
        if kind == "demand":
            for at, word in enumerate(ahead[:-1]):
                if word == "to" and ahead[at + 1] in AGREEING:
                    meant = "supports" if KNOWN & set(ahead[at + 2 : at + 5]) else kind
                    return ("" if negated else meant), end + at
        if negated:
            turned = {"acceptance": "rejection", "supports": "opposes", "rejection": "defers", "decision": "defers"}
            return turned.get(kind, ""), end
        if kind in ("proposal", "decision") and HARM & set(ahead) and self._conditional():
            return "warning", end
        return kind, end

    def _conditional(self) -> bool:
        return bool({"if", "unless", "should"} & set(self.low))

    def _new_noun(self, kind: str, first: int, end: int) -> bool:
        """Whether a noun tells of a move, and does not only point back at one ("the proposal")."""
        after = self.low[end] if end < len(self.low) else ""
        before = self.low[first - 1] if first else ""
        owned = any(word.owns for word in self.row[max(0, first - 3) : first]) or before in PRONOUNS
        if kind in ("rejection", "acceptance", "supports"):
            return after in ("from", "by", "of", "for", "to") or owned
        if before in ("reject", "rejected", "to", "on"):
            return False
        fresh = before in ("a", "an", "new", "formal") and after in ("to", "for", "of", "from", "that", "by")
        return owned or fresh

    def _by(self, first: int, end: int, form: str) -> tuple[str, ...]:
        at = self.row[first].start
        if any(start < at < stop for start, stop in self.quotes) and (speaker := self._speaker()):
            return (speaker,)
        stop = self.row[end - 1].end
        done = form == "verb" and self.low[end - 1].endswith("ed")
        passive = done and bool(BE & set(self.low[max(0, first - 3) : first]))
        if form == "noun" or passive:  # by whom is told behind it, or owns it
            for one in self.mentions:
                gap = self.text[stop : one.start].split()
                if 0 < len(gap) <= 8 and one.start > stop and gap[-1 - (gap[-1] in ("the", "The"))] in ("by", "from"):
                    return self._joined(one)
            if passive:
                return ()
            for one in reversed(self.mentions):
                if one.owns and one.end <= at and len(self.text[one.end : at].split()) <= 5:
                    return (one.id,)
        ahead = [one for one in self.mentions if one.end <= at]
        near = [one for one in ahead if not self._after_preposition(one) and not one.owns]
        if ahead and {"who", "which"} & set(self.low[max(0, first - 2) : first]):
            return (ahead[-1].id,)
        office = [one for one in ahead if one.owns and self._acts_for(one)]
        pronoun = next((word for word in reversed(self.row[:first]) if word.text.lower() in PRONOUNS), None)
        if near and not (pronoun and pronoun.start > near[-1].end and near[-1].id == self.before):
            return self._joined(near[-1])
        if office:
            return (office[-1].id,)
        if pronoun and self.before:
            return (self.before,)
        speaker = self._speaker()
        return (speaker,) if speaker else ()

    def _acts_for(self, one: Mention) -> bool:
        """Whether what someone owns stands for them: "X's administration"."""
        return bool(OFFICE.match(self.text, one.end))

    def _joined(self, one: Mention) -> tuple[str, ...]:
        """``one`` and those whom "and" or a comma joins to it, before it."""
        ids = [one.id]
        at = self.mentions.index(one)
        for earlier in reversed(self.mentions[:at]):
            between = self.text[earlier.end : self.mentions[at].start]
            if not re.fullmatch(r",? (?:and )?(?:the )?", between):
                break
            ids.insert(0, earlier.id)
            at -= 1
        return tuple(dict.fromkeys(ids))

    def _after_preposition(self, one: Mention) -> bool:
        before = self.text[max(0, one.start - 60) : one.start].lower().split()
        while before and (before[-1] in ("the", "former", "u.s.") or before[-1].istitle() or before[-1] in TITLES):
            before.pop()
        return bool(before) and before[-1] in PREPOSITIONS

    def _to(self, end: int, by: tuple[str, ...], kind: str) -> tuple[str, ...]:
        """Whom an offer is put to: the first other actor behind the verb, near it."""
        if kind not in OFFERS or end > len(self.row):
            return ()
        stop = self.row[end - 1].end
        for one in self.mentions:
            if one.start >= stop and one.id not in by and len(self.text[stop : one.start].split()) <= 6:
                gap = self.text[stop : one.start].lower().split()
                if not {"by", "from", "after", "and"} & set(gap):
                    return (one.id,)
        return ()

    def _speaker(self) -> str:
        """Whose words the sentence gives: by "said", or "according to"."""
        for at, word in enumerate(self.low):
            stop = self.row[at].end
            if word in SAYING:
                outside = [one for one in self.mentions if not any(a < one.start < b for a, b in self.quotes)]
                near = [one for one in outside if one.end <= self.row[at].start and not self._after_preposition(one)]
                after = [one for one in outside if one.start > stop and len(self.text[stop : one.start].split()) <= 4]
                if near or after:
                    return near[-1].id if near else after[0].id
                return self.before
            if word == "according" and (behind := [one for one in self.mentions if one.start > stop]):
                return behind[0].id
        return ""

    def _quote(self) -> str:
        match = QUOTE.search(self.text)
        return (match[1] or match[2]).strip().rstrip(",") if match and self._speaker() else ""

    def _what(self, first: int, end: int, form: str) -> str:
        """The words of the move: from behind its verb (or from its noun) to the end of the clause."""
        begin = self.row[first].start if form == "noun" or end >= len(self.row) else self.row[end].start
        for one in self.mentions:  # whom it is put to is told by "to"
            if form == "verb" and begin <= one.start and self.text[one.end : one.end + 4] == " to ":
                if one.start - begin < 50:
                    begin = one.end
                break
        rest = re.sub(r"^\s*on \w+day\b,?", "", self.text[begin : begin + 160])
        rest = re.sub(r"^(?:\s|(?:to|that|him|her|them|it|by|for)\b)+", "", rest)
        cut = CLAUSE.search(rest, 8)
        return " ".join(rest[: cut.start() if cut else 90].split()[:14]).rstrip(".")


def family(kind: str) -> str:
    """Kinds of which one sentence and actor make one candidate."""
    return "offer" if kind in OFFERS else kind if kind == "step" else "answer"
