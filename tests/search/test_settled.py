"""An index whose filters come in any order is brought into one, and every name follows its content."""

import gzip
import json
from itertools import permutations, product

import pytest

from parley.search.cbor import NotUnderstood, decoded, encoded
from parley.search.settled import SIGNATURE, settled

VALUES = [["Brief", [0, 2]], ["Person", [1]], ["State", [3]]]


def packed(value: object) -> bytes:
    return gzip.compress(SIGNATURE + encoded(value))


def unpacked(body: bytes) -> object:
    return decoded(gzip.decompress(body).removeprefix(SIGNATURE))


def raw(values: list[object], filters: tuple[str, ...]) -> dict[str, bytes]:
    """An index as Pagefind writes one, with the values and the filters in the order given."""
    lists = {"kind": ["kind", values], "topic": ["topic", [["Peace", [0]]]]}
    meta = ["1.5.2", [["en_0a", 9]], [["a", "z", "en_1b"]], [[name, f"en_{name}"] for name in filters], [], ["title"]]
    entry = {"version": "1.5.2", "languages": {"en": {"hash": f"en_{filters[0]}", "wasm": "en", "page_count": 4}}}
    return {
        "pagefind-entry.json": json.dumps(entry).encode(),
        f"pagefind.en_{filters[0]}.pf_meta": packed(meta),
        "fragment/en_0a.pf_fragment": b"as it is",
        **{f"filter/en_{name}.pf_filter": packed(lists[name]) for name in filters},
    }


def test_every_order_comes_out_the_same() -> None:
    orders = product(permutations(VALUES), permutations(["kind", "topic"]))
    made = [settled(raw(list(values), names)) for values, names in orders]
    assert len(made) == 12
    assert all(list(each.items()) == list(made[0].items()) for each in made)


def test_the_entry_names_the_contents_and_these_the_filters() -> None:
    files = settled(raw(VALUES[::-1], ("topic", "kind")))
    told = json.loads(files["pagefind-entry.json"])["languages"]["en"]
    assert told == {"hash": told["hash"], "wasm": "en", "page_count": 4}
    meta = unpacked(files[f"pagefind.{told['hash']}.pf_meta"])
    assert isinstance(meta, list)
    assert [name for name, _ in meta[3]] == ["kind", "topic"]
    assert unpacked(files[f"filter/{meta[3][0][1]}.pf_filter"]) == ["kind", VALUES]
    assert (meta[:3], meta[4:]) == (["1.5.2", [["en_0a", 9]], [["a", "z", "en_1b"]]], [[], ["title"]])
    assert files["fragment/en_0a.pf_fragment"] == b"as it is"
    assert len(files) == 5


def test_another_content_has_another_name() -> None:
    one, two = (settled(raw(values, ("kind",))) for values in (VALUES, VALUES[:2]))
    assert len(set(one) & set(two)) == 2, "the entry and the fragment"


@pytest.mark.parametrize("body", [b"no gzip", gzip.compress(b"no signature"), gzip.compress(SIGNATURE + b"\xff")])
def test_files_that_are_not_as_expected_are_refused(body: bytes) -> None:
    files = raw(VALUES, ("kind",))
    with pytest.raises((ValueError, NotUnderstood)):
        settled({**files, "filter/en_kind.pf_filter": body})
