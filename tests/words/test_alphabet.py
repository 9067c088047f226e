"""Names stand in the order, and under the letters, of the alphabet of their own script."""

import pytest

from parley.words.alphabet import FIGURES, HAN, beginning, letter, order


@pytest.mark.parametrize(
    ("name", "under"),
    [("Erdoğan", "E"), ("Émile", "E"), ("İstanbul", "I"), ("“A truce”", "A"), ("łódź", "Ł"), ("Ολομέλεια", "Ο"),
     ("Ёлка", "Ё"), ("Їжак", "Ї"), ("Йордан", "Й"), ("أحمد", "ا"), ("עמוס", "ע"), ("東京", HAN), ("がく", "か"),
     ("30 days", FIGURES), ("...", FIGURES), ("", FIGURES)],
)  # fmt: skip
def test_a_name_stands_under_the_first_letter_of_its_own_script(name: str, under: str) -> None:
    assert letter(name) == under


@pytest.mark.parametrize(
    "names",
    [
        ["alpha", "Álpha beta", "Beta", "Écu", "edge", "Zebra", "Ωmega", "Яблуко", "עמוס", "أحمد", "30 days"],
        ["Вода", "Гора", "Ґанок", "День", "Європа", "Жито", "Ива", "Імбир", "Їжак", "Йод", "Коза"],
        ["Київ", "Кіпр", "Крим", "Лев"],
        ["EU", "EU Council", "Euro"],
    ],
)
def test_names_are_in_the_order_of_their_alphabet(names: list[str]) -> None:
    mixed = names[::-2] + names[-2::-2]
    assert sorted(mixed, key=order) == names


def test_letters_never_come_back_once_another_has_begun() -> None:
    names = ["Їжа", "Їда", "Іскра", "Ива", "Инжир", "Éa", "Eb", "Éc", "ea"]
    letters = [letter(name) for name in sorted(names, key=order)]
    assert letters == sorted(letters, key=letters.index)


@pytest.mark.parametrize(
    ("name", "begins"),
    [("Apple", "ap"), ("Émile", "em"), ("“A truce”", "a"), ("A", "a"), ("東京", "東"), ("30 days", "30"), ("...", "0"),
     ("Їжак", "їж")],
)  # fmt: skip
def test_a_long_letter_is_parted_by_the_first_two(name: str, begins: str) -> None:
    assert beginning(name) == begins
