"""The part of CBOR that an index's lists use is read and written exactly; anything else is refused."""

import pytest

from parley.search.cbor import NotUnderstood, decoded, encoded

# From appendix A of RFC 8949.
EXAMPLES = [
    (0, "00"), (23, "17"), (24, "1818"), (100, "1864"), (1000, "1903e8"), (1000000, "1a000f4240"),
    (1000000000000, "1b000000e8d4a51000"), (False, "f4"), (True, "f5"), (None, "f6"), ("", "60"),
    ("IETF", "6449455446"), ("\u00fc", "62c3bc"), ([], "80"), ([1, [2, 3], [4, 5]], "8301820203820405"),
    (list(range(1, 26)), "98190102030405060708090a0b0c0d0e0f101112131415161718181819"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "data"), EXAMPLES)
def test_the_examples_of_the_standard_are_read_and_written(value: object, data: str) -> None:
    assert decoded(bytes.fromhex(data)) == value
    assert encoded(value).hex() == data


@pytest.mark.parametrize("number", [255, 256, 65535, 65536, 2**32 - 1, 2**32, 2**64 - 1])
def test_numbers_of_every_size_come_back(number: int) -> None:
    assert decoded(encoded(["x" * 300, number])) == ["x" * 300, number]


@pytest.mark.parametrize(
    "data",
    ["", "18", "1903", "6449", "82 01", "20", "40", "a0", "c0", "9fff", "fb3ff199999999999a", "0000", "61ff", "f7"],
)
def test_what_is_cut_off_or_of_another_kind_is_refused(data: str) -> None:
    with pytest.raises(NotUnderstood):
        decoded(bytes.fromhex(data))


@pytest.mark.parametrize("value", [-1, 2**64, 1.5, b"x", {"a": 1}, (1, 2)])
def test_what_can_t_be_written_is_refused(value: object) -> None:
    with pytest.raises(NotUnderstood):
        encoded(value)
