"""Every component has examples, and they show every state there is.

Where a test fails after a component or a state was added: the states are in ``parley/pages/style/`` (marks, answers,
proposals, tables, steps, pictures, lists, offers). A new component also needs a field of its name in ``Specimen``
(``views.py``) and its call in ``theme/templates/pages/style.html``.
"""

from __future__ import annotations

import re
import types
import typing
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, get_args

import msgspec
import pytest

from parley.model.proposal import AnswerWord
from parley.pages.entries import LABELS
from parley.pages.style.example import Example, state_id
from parley.pages.style.groups import GROUPS
from parley.pages.style.views import Specimen
from parley.words import labels, pictures, stories
from tests.render.contract import TEMPLATES, Contract, is_view

COMPONENTS = {path.stem: path.read_text(encoding="utf-8") for path in sorted((TEMPLATES / "components").iterdir())}
EXAMPLES = [example for group in GROUPS for example in group.examples]
HOW = {"level", "under", "dir"}  # fields of a specimen that say how its component is called

# What the words of a field are taken from, where it is text: each of them must be seen.
WORDS: dict[str, Mapping[Any, str]] = {
    "Badge.label": labels.STATUS,
    "AnswerCard.label": {word: label for word, label in stories.IN_SHORT.items() if word != "no-answer"},
    "AnswerCard.basis": labels.BASIS,
    "ProposalCard.kind": labels.PROPOSAL,
    "Cell.label": stories.IN_SHORT,
    "Cell.mark": labels.MARK,
    "StepCard.certainty": labels.CERTAINTY,
    "StepCard.state_label": dict(labels.CERTAINTY) | dict(labels.RESULT) | {"overdue": labels.OVERDUE},
    "SourceEntry.kind": labels.SOURCE,
    "Entry.label": LABELS,
    "AnswerLine.label": stories.IN_SHORT,
    "Condition.label": labels.MET,
    "AxisRow.label": pictures.ROW,
    "Specimen.icon": {sign: sign for sign in (*get_args(AnswerWord), "proposed")},
    "Stage.state": {
        state: state for state in (*get_args(AnswerWord), "proposed", "deadline", "withdrawn", "superseded")
    },
}
# What a type allows and no page ever shows.
NEVER = {
    ("AnswerCard", "word", "no-answer"),  # a card tells of an answer
    ("Turn", "word", "no-answer"),
    ("Turn", "word", "silent"),  # a silence is no turn
}


def inside(value: object) -> Iterator[tuple[str, str, Any]]:
    """(class, field, value) of everything within a view."""
    if isinstance(value, tuple):
        for each in value:
            yield from inside(each)
    elif isinstance(value, msgspec.Struct):
        for field in value.__struct_fields__:
            yield type(value).__name__, field, getattr(value, field)
            yield from inside(getattr(value, field))


def literals(kind: Any) -> set[Any]:
    """The values that a type of choices allows; nothing for any other type."""
    if typing.get_origin(kind) is typing.Literal:
        return set(get_args(kind))
    if isinstance(kind, types.UnionType) or typing.get_origin(kind) is typing.Union:
        return set().union(*(literals(each) for each in get_args(kind)))
    return set()


@pytest.fixture(scope="module")
def seen() -> Mapping[tuple[str, str], list[Any]]:
    """The values of each field in all examples."""
    found: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for example in EXAMPLES:
        for specimen in example.states.values():
            for owner, field, value in inside(specimen):
                found[owner, field].append(value)
    return found


@pytest.fixture(scope="module")
def contract() -> Contract:
    """All components, walked."""
    walked = Contract()
    for name in COMPONENTS:
        walked.walk(f"components/{name}.html", {})
    return walked


def test_every_component_has_examples_on_one_page_and_nothing_else_has() -> None:
    names = [example.name for example in EXAMPLES]
    assert set(COMPONENTS) - set(names) == set(), "without an example; see the top of this module"
    assert sorted(names) == sorted(COMPONENTS)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_an_example_says_of_its_component_what_the_component_says_of_itself(example: Example) -> None:
    match = re.match(r"\{#\s*\w+\([^)]*\)\s+(.*?)\s*#\}", COMPONENTS[example.name], re.DOTALL)
    assert match
    assert example.doc == re.match(r".*?\.(?=\s|$)", " ".join(match[1].split()))[0]  # type: ignore[index]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_a_state_shows_its_own_component_and_no_other(example: Example) -> None:
    assert example.states
    for caption, specimen in example.states.items():
        filled = {field for field in Specimen.__struct_fields__ if getattr(specimen, field)} - HOW
        assert filled == {example.name.replace("-", "_")}, caption


def test_every_state_has_an_id_of_its_own() -> None:
    ids = Counter(state_id(example.name, caption) for example in EXAMPLES for caption in example.states)
    assert [name for name, times in ids.items() if times > 1] == []


def test_every_value_of_a_choice_is_seen(contract: Contract, seen: Mapping[tuple[str, str], list[Any]]) -> None:
    missing = set()
    choices = 0
    for kind, field in contract.asked:
        wanted = literals(typing.get_type_hints(kind)[field])
        choices += bool(wanted)
        missing |= {(kind.__name__, field, value) for value in wanted - set(seen[kind.__name__, field])}
    assert choices > 5
    assert missing - NEVER == set()


@pytest.mark.parametrize("field", WORDS)
def test_every_word_that_a_field_may_have_is_seen(field: str, seen: Mapping[tuple[str, str], list[Any]]) -> None:
    owner, _, name = field.partition(".")
    assert set(WORDS[field].values()) - set(seen[owner, name]) == set()


def test_whatever_decides_what_is_shown_is_seen_filled_and_empty(
    contract: Contract, seen: Mapping[tuple[str, str], list[Any]]
) -> None:
    missing = []
    for kind, field in sorted(contract.deciding, key=lambda each: (each[0].__name__, each[1])):
        values = {bool(value) for value in seen[kind.__name__, field]}
        if not literals(typing.get_type_hints(kind)[field]) and values != {True, False}:
            missing.append(f"{kind.__name__}.{field} is never {'empty' if True in values else 'filled'}")
    assert len(contract.deciding) > 50
    assert missing == []


def test_whatever_is_compared_is_seen_the_same_and_different(
    contract: Contract, seen: Mapping[tuple[str, str], list[Any]]
) -> None:
    missing = []
    for kind, field, other in sorted(contract.compared, key=str):
        values = seen[kind.__name__, field]
        others = seen[kind.__name__, other[1:]] if other.startswith(".") else [other] * len(values)
        found = {one == two for one, two in zip(values, others, strict=True)}
        if found != {True, False}:
            missing.append(f"{kind.__name__}.{field} is {'always' if True in found else 'never'} {other}")
    assert {field for _, field, _ in contract.compared} >= {"kind", "start"}
    assert missing == []


def test_every_part_of_a_view_is_filled_somewhere(
    contract: Contract, seen: Mapping[tuple[str, str], list[Any]]
) -> None:
    never = {f"{kind.__name__}.{field}" for kind, field in contract.asked if not any(seen[kind.__name__, field])}
    assert is_view(Specimen)
    assert never == set()
