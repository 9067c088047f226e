"""The nearest right word: found for nearly all slips, and never a wrong one where none is near."""

import random
import string
import time
from itertools import product

import pytest

from parley.model.actor import Actor
from parley.model.brief import Brief, Correction, Event, NextStep, Outcome, Source, Update
from parley.model.proposal import Acceptance, Proposal, Reaction, Rejection
from parley.model.schema import shape
from parley.model.settings import Policies, Settings
from parley.read.content import content
from parley.read.nearest import Words, nearest
from tests.read.town import ROOT
from tests.reliability.figures import Chapter, Figures

NOUNS = (Brief, Actor, Proposal, Rejection, Acceptance, Reaction, NextStep, Outcome, Event, Source, Update, Correction)
ACTORS = {
    "putin": ("Vladimir Putin", "Putin"),
    "zelensky": ("Volodymyr Zelensky", "Zelenskyy"),
    "erdogan": ("Recep Tayyip Erdoğan", "Erdogan"),
    "european-union": ("European Union", "EU"),
    "council-of-the-eu": ("Council of the European Union",),
    "council-of-europe": ("Council of Europe",),
}


def word_lists() -> list[dict[str, tuple[str, ...]]]:
    """The keys of every noun, the words of every choice, and the actors of the briefs that come with Parley."""
    found: list[dict[str, tuple[str, ...]]] = []
    for noun in (*NOUNS, Settings, Policies):
        fields = shape(noun).fields
        found.append(dict.fromkeys(fields, ()))
        found += [dict.fromkeys(field.choices, ()) for field in fields.values() if field.choices]
    written = content(ROOT)
    actors = [*written.actors, *(actor for brief in written.briefs for actor in brief.actors.values())]
    assert len(actors) > 20
    found.append({actor.id: (actor.name, *actor.aka) for actor in actors})
    return found


def slipped(word: str, chance: random.Random) -> str:
    """``word`` with one letter added, left out, changed, or swapped with the next."""
    at = chance.randrange(len(word))
    letter = chance.choice(string.ascii_lowercase)
    return chance.choice(
        [
            word[:at] + letter + word[at:],
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at + 1 :],
            word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :],
        ]
    )


def test_of_slips_in_one_or_two_letters_95_in_100_are_set_right_and_2_at_most_set_wrong(figures: Figures):
    chance = random.Random(2025)
    tried = right = wrong = 0
    for known in word_lists():
        words = Words(known)
        for word, slips, _ in product(known, (1, 2), range(figures.many(8, 100))):
            typed = word
            for _ in range(slips):
                typed = slipped(typed, chance) or typed
            if typed not in known:
                tried += 1
                suggested = words.nearest(typed)
                right += suggested == word
                wrong += suggested not in (word, None)
    told = f"{right / tried:.1%} set right, {wrong / tried:.1%} set wrong"
    figures.tell(Chapter.BAD_INPUT, "slips in one or two letters that are set right", tried, tried - right, told)
    assert tried > 2_000
    assert right / tried >= 0.95
    assert wrong / tried <= 0.02


def test_a_word_that_has_nothing_to_do_with_any_is_hardly_ever_set_right(figures: Figures):
    chance = random.Random(2025)
    lists = [words for words in word_lists() if len(words) > 5]
    tried = suggested = 0
    for known, _ in product(lists, range(figures.many(100, 1_000))):
        typed = "".join(chance.choices(string.ascii_lowercase, k=chance.randint(4, 12)))
        tried += typed not in known
        suggested += typed not in known and Words(known).nearest(typed) is not None
    figures.tell(Chapter.BAD_INPUT, "words without sense that are taken for nothing else", tried, suggested)
    assert suggested / tried <= 0.03


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("putn", "putin"),
        ("Putin", "putin"),
        ("vladimir-putin", "putin"),
        ("Vladimir Putin", "putin"),
        ("zelenskyy", "zelensky"),
        ("zelenski", "zelensky"),
        ("erdoğan", "erdogan"),
        ("Recep Tayyip Erdogan", "erdogan"),
        ("european_union", "european-union"),
        ("EU", "european-union"),
        ("council-of-the-ue", "council-of-the-eu"),
        ("council", None),
        ("trump", None),
        ("", None),
        ("---", None),
        ("p" * 10_000, None),
    ],
)
def test_an_actor_is_found_by_slips_by_name_and_by_part_of_a_name(typed, meant):
    assert Words(ACTORS).nearest(typed) == meant


def test_of_two_words_equally_near_neither_is_offered():
    assert nearest("bat", ["cat", "rat"]) is None
    assert nearest("bat", ["cat"]) == "cat"


def test_two_neighbours_swapped_are_one_slip():
    assert nearest("yb", ["by", "to"]) == "by"
    assert nearest("fo", ["of", "to"]) == "of"


def test_a_long_list_is_searched_in_time():
    words = Words({f"actor-{number}": (f"Actor Number {number}", f"The {number}th") for number in range(10_000)})
    began = time.process_time()
    for _ in range(5):
        words.nearest("nobody-of-that-name")
    assert time.process_time() - began < 10


@pytest.mark.parametrize(("letters", "found"), [(200, True), (201, False)])
def test_a_word_longer_than_any_key_is_not_looked_up(letters, found):
    known = "ab" * 100
    assert (nearest(f"{known[:-1]}c" + "x" * (letters - 200), [known]) is not None) is found


@pytest.mark.parametrize(
    ("typed", "known", "found"),
    [
        ("minister-reed-of-alder", "reed", True),
        ("minister-lee-of-alder", "lee", False),
        ("reed", "annabel-reed", True),
        ("lee", "annabel-lee", False),
        ("eed", "annabel-reed", False),
    ],
)
def test_a_part_of_four_letters_names_the_whole_and_one_of_three_does_not(typed, known, found):
    assert (nearest(typed, [known]) == known) is found
