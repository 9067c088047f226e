"""Dates in Latin letters stay in one piece on a page that runs from the right."""

import pytest

from parley.render.bidi import MARK, with_marks


@pytest.mark.parametrize(
    ("html", "made"),
    [
        ("<p>مجلس (10 May 2025)</p>", f"<p>مجلس ({MARK}10 May 2025)</p>"),
        ("<p>من 8 to 10 May 2025</p>", f"<p>من {MARK}8 to 10 May 2025</p>"),
        ("<b>5.5 km</b>", f"<b>{MARK}5.5 km</b>"),
        ("<p>٣ أيار 2025، 10 أيار</p>", "<p>٣ أيار 2025، 10 أيار</p>"),
        ('<a title="10 May">x</a>', '<a title="10 May">x</a>'),
        ("<script>{a: 1 b}</script>", "<script>{a: 1 b}</script>"),
        ("<textarea>1 b</textarea><p>1 b</p>", f"<textarea>1 b</textarea><p>{MARK}1 b</p>"),
    ],
)
def test_a_number_before_latin_letters_is_marked_in_text_alone(html: str, made: str) -> None:
    assert with_marks(html) == made
