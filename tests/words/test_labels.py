"""Every choice of the format has a word for readers."""

from typing import get_args

import pytest

from parley.model import actor, brief, proposal
from parley.words import labels, rules


@pytest.mark.parametrize(
    ("choices", "table"),
    [
        (proposal.StatusWord, labels.STATUS),
        (proposal.StatusWord, rules.RULES),
        (proposal.AnswerWord, labels.ANSWER),
        (proposal.ProposalKind, labels.PROPOSAL),
        (proposal.Basis, labels.BASIS),
        (brief.Certainty, labels.CERTAINTY),
        (brief.Result, labels.RESULT),
        (brief.SourceKind, labels.SOURCE),
        (actor.ActorKind, labels.ACTOR),
        (actor.ActorKind, labels.ACTORS),
    ],
)
def test_every_choice_has_a_word(choices: object, table: dict[str, str]) -> None:
    assert set(get_args(choices)) == set(table)


@pytest.mark.parametrize(
    ("lang", "direction"),
    [("en", "ltr"), ("ar", "rtl"), ("he-IL", "rtl"), ("uz-Arab", "rtl"), ("ar-Latn", "ltr"), ("pt-BR", "ltr")],
)
def test_a_language_runs_in_its_direction(lang: str, direction: str) -> None:
    assert labels.direction(lang) == direction


@pytest.mark.parametrize(
    ("lang", "locale"),
    [("en-GB", "en_GB"), ("pt-br", "pt_BR"), ("zh-Hant-TW", "zh_TW"), ("en", ""), ("sr-Latn", ""), ("en-x-ab", "")],
)
def test_a_locale_is_told_only_where_the_territory_is_known(lang: str, locale: str) -> None:
    assert labels.locale(lang) == locale
