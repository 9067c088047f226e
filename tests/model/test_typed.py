"""What is typed is read as the same text again."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from parley.model.typed import as_typed, in_quotes

LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\ud800")


def read(typed: str) -> str:
    """The text of the value that is typed after a key, by YAML itself."""
    (*_, value) = (event for event in yaml.parse(f"key: {typed}\n") if isinstance(event, yaml.ScalarEvent))
    return value.value


@pytest.mark.parametrize("text", ["Talks in Istanbul", "2025-05-10", "no", "30-day truce", "Über alles: nein", "a#b"])
def test_what_means_nothing_to_yaml_stays_without_quotes(text):
    assert as_typed(text) == (text if ": " not in text else f'"{text}"')


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Talks: on or off?", '"Talks: on or off?"'),
        ("*all* of it", '"*all* of it"'),
        ("@mayor", '"@mayor"'),
        ("Demand #5", '"Demand #5"'),
        ('He said: "no"', "'He said: \"no\"'"),
        ("Ends with:", '"Ends with:"'),
        ("", '""'),
        (" spaces ", '" spaces "'),
    ],
)
def test_what_means_something_to_yaml_is_quoted(text, typed):
    assert as_typed(text) == typed


@given(st.text(LETTERS, max_size=40))
def test_every_text_is_read_as_itself(text):
    assert read(as_typed(text)) == text
    assert read(in_quotes(text)) == text
