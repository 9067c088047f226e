from __future__ import annotations

from parley.preview.built import Built, Shown
from parley.preview.showing import showing_after

FAULT = Shown("a.yaml", 1, 1, "error", "broken")
OTHER = Shown("a.yaml", 2, 1, "error", "broken still")


def good(**pages: bytes) -> Built:
    return Built(pages, (), "")


def broken(*problems: Shown) -> Built:
    return Built(None, problems, "")


def test_the_last_good_site_stays_while_there_are_errors_and_shows_them():
    first = showing_after(None, good(a=b"1"))
    second = showing_after(first, broken(FAULT))
    assert (second.site, second.generation, second.problems) == ({"a": b"1"}, first.generation, (FAULT,))


def test_mending_by_undoing_keeps_the_generation_and_clears_the_problems():
    first = showing_after(None, good(a=b"1"))
    third = showing_after(showing_after(first, broken(FAULT)), good(a=b"1"))
    assert (third.generation, third.problems) == (first.generation, ())


def test_the_generation_is_of_the_content_and_not_of_the_way_to_it():
    direct = showing_after(None, good(a=b"2", b=b"1"))
    detour = showing_after(showing_after(None, good(a=b"1", c=b"x")), good(b=b"1", a=b"2"))
    assert detour.generation == direct.generation


def test_any_difference_makes_another_generation():
    sites = [good(), good(a=b""), good(a=b"1"), good(b=b"1"), good(a=b"1", b=b"1"), good(a=b"b", b=b"")]
    assert len({showing_after(None, site).generation for site in sites}) == len(sites)


def test_without_any_site_the_generation_follows_the_problems():
    one, same, other = (showing_after(None, broken(fault)) for fault in (FAULT, FAULT, OTHER))
    assert one.site is None
    assert one.generation == same.generation != other.generation
    assert showing_after(one, good()).generation != one.generation


def test_a_builder_may_go_on_working_on_its_mapping():
    pages = {"a": b"1"}
    showing = showing_after(None, Built(pages, (), ""))
    pages["a"] = b"2"
    assert showing.site == {"a": b"1"}


class Unread(dict[str, bytes]):
    """A site that is made when it is asked for."""

    def __getitem__(self, path: str) -> bytes:
        raise AssertionError(f"{path} was asked for")

    def __iter__(self):
        raise AssertionError("all of it was asked for")


def test_a_site_that_says_what_marks_it_is_not_looked_at():
    first = showing_after(None, Built(Unread(a=b""), (), "", mark="m1"))
    second = showing_after(first, Built(Unread(a=b""), (), "", mark="m2"))
    assert (first.generation, second.generation) == ("m1", "m2")


def test_problems_that_are_not_known_yet_are_those_of_before():
    first = showing_after(None, Built({"a": b"1"}, (FAULT,), ""))
    assert showing_after(first, Built({"a": b"2"}, None, "")).problems == (FAULT,)
    assert showing_after(None, Built({"a": b"2"}, None, "")).problems == ()
