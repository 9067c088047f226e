from __future__ import annotations

import pytest

from parley.preview.policy import page_with_policy, policy_for_preview


@pytest.mark.parametrize(
    ("policy", "widened"),
    [
        (
            "default-src 'none'; script-src 'self'; style-src 'self'",
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'",
        ),
        ("default-src 'self'", "default-src 'self'"),
        ("img-src data:", "img-src data:"),
        ("", ""),
        (
            "default-src 'self'; connect-src 'none'",
            "default-src 'self'; connect-src 'self'",
        ),
        (
            "default-src 'self'; connect-src https://api.example",
            "default-src 'self'; connect-src https://api.example 'self'",
        ),
        ("DEFAULT-SRC 'SELF'; connect-src *", "DEFAULT-SRC 'SELF'; connect-src *"),
        (
            "default-src 'self'; script-src 'sha256-x'; child-src 'none'",
            "default-src 'self'; script-src 'sha256-x'; child-src 'none'; script-src-elem 'sha256-x' 'self';"
            " worker-src 'self'",
        ),
        (
            "default-src 'self'; connect-src 'none'; connect-src 'self'",
            "default-src 'self'; connect-src 'self'",
        ),
    ],
)
def test_a_policy_is_widened_by_what_the_preview_needs_and_no_more(policy, widened):
    assert policy_for_preview(policy) == widened


META = b'<meta http-equiv="Content-Security-Policy" content="%s">'


@pytest.mark.parametrize(
    "tag",
    [
        META % b"default-src 'self'; connect-src 'none'",
        META % b"default-src &#39;self&#39;; connect-src &#x27;none&#x27;",
        b"<META HTTP-EQUIV='content-security-policy' CONTENT=\"default-src 'self'; connect-src 'none'\" />",
        b"<meta content=\"default-src 'self'; connect-src 'none'\" http-equiv=Content-Security-Policy>",
    ],
)
def test_a_policy_is_found_however_its_tag_is_written(tag):
    page = page_with_policy(b"<head>" + tag + b"</head><body></body>")
    assert b"connect-src &#x27;self&#x27;" in page
    assert b"none" not in page


@pytest.mark.parametrize(
    "page",
    [
        b"<head><title>Content-Security-Policy</title></head>",
        b'<head><meta name="description" content="on content-security-policy: connect-src \'none\'"></head>',
        b"<head></head><body>" + META % b"connect-src 'none'" + b"</body>",
        b"no head at all",
    ],
)
def test_what_is_no_policy_of_the_page_stays_as_it_is(page):
    assert page_with_policy(page) == page


def test_every_policy_of_a_page_is_widened():
    page = page_with_policy(b"<head>" + META % b"connect-src 'none'" + META % b"default-src 'none'" + b"</head>")
    assert page.count(b"connect-src &#x27;self&#x27;") == 2
