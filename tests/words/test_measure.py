"""How long sentences are: nothing short is called long, in whatever script it is."""

import pytest

from parley.words.measure import sentences, word_count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained. It stopped.", ["It rained.", "It stopped."]),
        ("Mr. A met Dr. Who in the U.S. on 3.5 days. So.", ["Mr. A met Dr. Who in the U.S. on 3.5 days.", "So."]),
        ("See No. 5 of the list. Then go.", ["See No. 5 of the list.", "Then go."]),
        ("No. He said no.", ["No.", "He said no."]),
        ("Lt. Gen. Kellogg left St. Petersburg. Bye!", ["Lt. Gen. Kellogg left St. Petersburg.", "Bye!"]),
        ("It grew by 1.5 million... then more. End", ["It grew by 1.5 million... then more.", "End"]),
        ("He said “No.” Then he left.", ["He said “No.”", "Then he left."]),
        ("See example.org/a.b for more.", ["See example.org/a.b for more."]),
        ("ماذا حدث؟ لا شيء.", ["ماذا حدث؟", "لا شيء."]),
        ("不安全。没有。", ["不安全。", "没有。"]),
        ("यह है। वह है।", ["यह है।", "वह है।"]),
        ("One\n\nTwo", ["One", "Two"]),
        ("Two things:\n- one\n- two", ["Two things:", "- one", "- two"]),
        ("[[putin|Russia's president]] spoke.[^a] **Then** he left.", ["Russia's president spoke.", "Then he left."]),
        ("", []),
    ],
)  # fmt: skip
def test_a_text_is_parted_into_its_sentences(text, expected):
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two words", 2),
        ("A cease-fire of 1,000 days — at least", 7),
        ("Das U-Boot fährt.", 3),
        ("Он не придёт.", 3),
        ("لا شيء جديد", 3),
        ("그는 오지 않는다", 3),
        ("他不会来的他不会来的他不会来的", 0),
        ("彼は来ない", 0),
        ("เขาจะไม่มา", 0),
        ("[[putin|Russia's president]] spoke.[^upi-10may]", 3),
        ("", 0),
    ],
)
def test_words_are_counted_where_a_script_parts_them(text, expected):
    assert word_count(text) == expected
