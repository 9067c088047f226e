"""Citations in running text: names turned round only where that is safe, and marks where the rules put them."""

from typing import Any

import pytest

from parley.model.citation import Citation, Name
from parley.words.citations import apa, author_name, mla


def cited(*authors: str, **given: Any) -> Citation:
    fields: dict[str, Any] = {
        "key": "talks",
        "title": "Will they talk?",
        "authors": tuple(author_name(author, "The Desk") for author in authors),
        "site": "The Desk",
        "date": (2025, 5, 12),
        "address": "https://desk.example/briefs/talks/",
    }
    return Citation(**(fields | given))


@pytest.mark.parametrize(
    ("text", "family", "given", "suffix"),
    [
        ("Jane Doe", "Doe", "Jane", ""),
        ("Jane Mary Doe", "Doe", "Jane Mary", ""),
        ("Doe, Jane", "Doe", "Jane", ""),
        ("Ludwig van der Berg", "van der Berg", "Ludwig", ""),
        ("John Doe Jr.", "Doe", "John", "Jr."),
        ("John Doe, Jr.", "Doe", "John", "Jr."),
        ("Олена Коваль", "Коваль", "Олена", ""),
        ("Jean-Paul  Ríos", "Ríos", "Jean-Paul", ""),
    ],
)
def test_a_persons_name_is_taken_apart(text: str, family: str, given: str, suffix: str) -> None:
    assert author_name(text) == Name(family=family, given=given, suffix=suffix)


@pytest.mark.parametrize(
    "text",
    ["The Desk", "Record Staff", "News desk", "Smith & Sons", "Ann and Bob", "Reuters", "European Commission",
     "School of Law", "Agence 24", "محمد علي", "习 近平", "Doe, Jane, Roe", "a b", "One Two Three Four Five Six Seven"],
)  # fmt: skip
def test_what_may_be_no_persons_name_stays_whole(text: str) -> None:
    assert author_name(text) == Name(whole=text)


def test_the_site_is_no_person() -> None:
    assert author_name("Jane Doe", "Jane Doe") == Name(whole="Jane Doe")


@pytest.mark.parametrize(
    ("authors", "apa_told", "mla_told"),
    [
        (
            ["Jane Mary Doe"],
            "Doe, J. M. (2025, May 12). Will they talk? The Desk. https://desk.example/briefs/talks/",
            "Doe, Jane Mary. “Will they talk?” The Desk, 12 May 2025, https://desk.example/briefs/talks/.",
        ),
        (
            ["Jean-Paul Ríos", "Ann Roe"],
            "Ríos, J.-P., & Roe, A. (2025, May 12). Will they talk? The Desk. https://desk.example/briefs/talks/",
            "Ríos, Jean-Paul, and Ann Roe. “Will they talk?” The Desk, 12 May 2025, https://desk.example/briefs/talks/.",
        ),
        (
            ["Ann Roe", "Bo Lee Jr.", "News Team"],
            "Roe, A., Lee, B., Jr., & News Team. (2025, May 12). Will they talk? The Desk. "
            "https://desk.example/briefs/talks/",
            "Roe, Ann, et al. “Will they talk?” The Desk, 12 May 2025, https://desk.example/briefs/talks/.",
        ),
        (
            [],
            "Will they talk? (2025, May 12). The Desk. https://desk.example/briefs/talks/",
            "“Will they talk?” The Desk, 12 May 2025, https://desk.example/briefs/talks/.",
        ),
        (
            ["The Desk"],
            "The Desk. (2025, May 12). Will they talk? https://desk.example/briefs/talks/",
            "“Will they talk?” The Desk, 12 May 2025, https://desk.example/briefs/talks/.",
        ),
    ],
    ids=["one", "two", "three", "none", "the site itself"],
)
def test_a_page_is_cited_by_its_authors(authors: list[str], apa_told: str, mla_told: str) -> None:
    assert (apa(cited(*authors)), mla(cited(*authors))) == (apa_told, mla_told)


def test_of_more_than_twenty_authors_the_last_is_named_after_the_nineteenth() -> None:
    told = apa(cited(*(f"Ann {'ABCDEFGHIJKLMNOPQRSTUVW'[at]}ohr" for at in range(23))))
    assert "Sohr, A., . . . Wohr, A. (2025" in told
    assert "Tohr" not in told


def test_a_date_is_told_as_far_as_it_is_known_and_an_address_where_there_is_one() -> None:
    month = cited(date=(2025, 9), address="", title="Talks")
    assert (apa(month), mla(month)) == ("Talks. (2025, September). The Desk.", "“Talks.” The Desk, Sept. 2025.")
    year = cited(date=(2025,), about=True, address="", title="Talks")
    assert (apa(year), mla(year)) == ("Talks. (ca. 2025). The Desk.", "“Talks.” The Desk, circa 2025.")


def test_quotation_marks_within_a_title_become_single_ones() -> None:
    assert mla(cited(title="“Never”: the minister’s no")).startswith("“‘Never’: the minister’s no.” ")
    assert apa(cited(title="They said “no.”")).startswith("They said “no.” (2025")
