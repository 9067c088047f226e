"""The lines of a new source."""

from parley.model.new_source import NewSource
from parley.write.new_source import entry


def test_an_entry_holds_what_is_known_in_the_order_of_the_format() -> None:
    full = NewSource(
        key="k", line=1, title="Ann: a story", publisher="UPI", author=("Jane Doe", "#B"), date="2025-05~",
        url="https://a.example/x", kind="document", lang="uk", accessed="2025-05-12", archived="https://b.example",
    )  # fmt: skip
    assert entry("ann", full, "  ") == (
        '  ann:\n    title: "Ann: a story"\n    author:\n      - Jane Doe\n      - "#B"\n    publisher: UPI\n'
        "    date: 2025-05~\n    url: https://a.example/x\n    kind: document\n    lang: uk\n    accessed: 2025-05-12\n"
        "    archived: https://b.example\n"
    )
    assert entry("a", NewSource(key="", line=1, title="A")) == "a:\n  title: A\n"
