from __future__ import annotations

import pytest

from parley.preview.outgoing import page_for_preview

TAG = b'<script src="/_parley/reload.js" data-generation="g1"></script>'


@pytest.mark.parametrize(
    ("page", "out"),
    [
        (b"<body>x</body></html>", b"<body>x" + TAG + b"</body></html>"),
        (b"<BODY>x</BODY></HTML>", b"<BODY>x" + TAG + b"</BODY></HTML>"),
        (b"<body><pre>&lt;/body&gt;</pre></body >\n", b"<body><pre>&lt;/body&gt;</pre>" + TAG + b"</body >\n"),
        (b"a fragment", b"a fragment" + TAG),
        (b"", TAG),
    ],
)
def test_the_script_stands_just_before_the_end_of_the_body(page, out):
    assert page_for_preview(page, "g1") == out


def test_a_page_that_asks_for_it_stays_as_it_is():
    page = b'<head><meta http-equiv="Content-Security-Policy" content="x"><meta name="parley-preview" content="as-is">'
    assert page_for_preview(page, "g1") == page


def test_a_page_of_the_preview_itself_is_marked():
    assert page_for_preview(b"", "g1", own=True) == TAG.replace(b"></script>", b" data-own></script>")
