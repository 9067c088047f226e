"""The files that Parley makes for the form editor, and whom its page may ask."""

from __future__ import annotations

from typing import Any

import pytest

from parley.read.admin import MARK, OWN
from parley.write.admin.files import own_files, policy


def test_the_files_are_those_that_a_build_publishes() -> None:
    made = own_files({}, ["briefs"])
    assert set(made) == {"index.html", "config.yml", "parley.js", "shaped.js", "patched.js", "typed.js", "shapes.js"}
    assert MARK in made
    assert all(OWN.fullmatch(name) for name in made)


def test_the_page_has_no_script_of_its_own_and_asks_for_nothing_elsewhere() -> None:
    page = own_files({}, ["briefs"])["index.html"].decode()
    assert policy({}) in page
    assert page.count("<script") == page.count('<script type="module" src="parley.js"></script>') == 1
    assert "<style" not in page
    assert "//" not in page.replace(policy({}), "")


@pytest.mark.parametrize(
    ("own", "asked"),
    [
        ({}, "http://localhost:8081"),
        ({"backend": {"name": "github", "repo": "a/b"}}, "https://api.github.com"),
        ({"backend": {"name": "gitlab"}, "local_backend": True},
         "https://gitlab.com http://localhost:8081 http://127.0.0.1:8081"),
        ({"backend": {"name": "gitea", "base_url": "https://git.example.org", "api_root": "https://git.example.org/api"}},
         "https://git.example.org"),
        ({"backend": {"name": "github", "base_url": "https://login.example.org"}},
         "https://login.example.org https://api.github.com"),
        ({"backend": {"name": "git-gateway"}, "local_backend": {"url": "http://localhost:9/api/v1"}}, "http://localhost:9"),
        ({"backend": {"name": "github", "base_url": "https://a.example; script-src *"}}, "https://api.github.com"),
        ({"backend": {"name": "github", "base_url": 'https://a.example"><script>'}}, "https://api.github.com"),
        ({"backend": "github"}, ""),
    ],
)  # fmt: skip
def test_the_page_may_ask_its_own_host_and_where_it_saves_alone(own: dict[str, Any], asked: str) -> None:
    assert "connect-src " + f"'self' {asked}".strip() + "; base-uri" in policy(own)
    assert "script-src 'self' 'unsafe-eval';" in policy(own)
