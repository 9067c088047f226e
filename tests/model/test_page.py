"""The small values that views are made of."""

from parley.model.page import MARK, Link, Prose, plain, plain_prose


def test_a_sentence_is_plain_without_its_links():
    assert plain(("Says ", Link(text="Putin", href="../putin/"), ".")) == "Says Putin."


def test_prose_is_plain_without_its_links_and_without_the_numbers_of_its_sources():
    links = (Link(text="Putin", href="p"), Link(text="1", href="s", kind="cite"))
    text = f"{MARK[0]}0{MARK[1]} spoke.{MARK[0]}1{MARK[1]}\n\nThen\nleft."
    assert plain_prose(Prose(text=text, links=links)) == "Putin spoke. Then left."


def test_prose_without_text_is_nothing():
    assert not Prose()
    assert Prose(text="a")
