"""The recipes for hosts that can't be run here: each file can be read by its tools, and promises what it should."""

from __future__ import annotations

import fnmatch
import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.recipes.hosts import RECIPES
from tests.recipes.test_servers import FOREVER, SAID
from tests.sites import ROOT

Rule = tuple[str, dict[str, str], set[str]]  # a pattern of paths, what it sets, and what it takes off


def read(name: str) -> str:
    return (RECIPES / name).read_text(encoding="utf-8")


def workflow() -> dict[str, Any]:
    found: dict[str, Any] = yaml.load(read("github-pages.yml"), yaml.BaseLoader)  # BaseLoader: "on" stays a word
    return found


def test_github_builds_at_every_push_and_each_day() -> None:
    starts = workflow()["on"]

    assert starts["push"]["branches"] == ["main"]
    (schedule,) = starts["schedule"]
    assert re.fullmatch(r"\d+ \d+ \* \* \*", schedule["cron"])


def test_github_gives_no_job_more_than_it_needs() -> None:
    found = workflow()

    assert found["permissions"] == {}
    assert {name: job["permissions"] for name, job in found["jobs"].items()} == {
        "build": {"contents": "read"},
        "publish": {"pages": "write", "id-token": "write"},
    }
    assert found["jobs"]["build"]["steps"][0]["with"] == {"persist-credentials": "false"}
    assert found["concurrency"] == {"group": "pages", "cancel-in-progress": "false"}
    assert all("timeout-minutes" in job for job in found["jobs"].values())


def test_github_runs_only_actions_that_are_named_by_their_commit() -> None:
    uses = [step["uses"] for job in workflow()["jobs"].values() for step in job["steps"] if "uses" in step]

    assert len(uses) == 4
    assert all(re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", action) for action in uses), uses
    assert len(re.findall(r"@[0-9a-f]{40} # v\d+\.\d+\.\d+$", read("github-pages.yml"), re.MULTILINE)) == len(uses)


def test_gitlab_publishes_the_main_branch_alone_and_leaves_the_mark_out() -> None:
    job = yaml.safe_load(read("gitlab-pages.yml"))["pages"]

    assert job["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]
    assert job["artifacts"]["paths"] == ["public"]
    assert "make build" in job["script"]
    assert any("rm public/.parley" in line for line in job["script"])


def netlify() -> list[Rule]:
    return [(rule["for"], rule["values"], set()) for rule in tomllib.loads(read("netlify.toml"))["headers"]]


def cloudflare() -> list[Rule]:
    """The form of https://developers.cloudflare.com/pages/configuration/headers/: at most 100 rules, one ``*`` each."""
    rules: list[Rule] = []
    for line in read("_headers").splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if not line.startswith(" "):
            rules.append((line, {}, set()))
        elif line.strip().startswith("! "):
            rules[-1][2].add(line.strip()[2:])
        else:
            name, value = line.strip().split(": ", 1)
            rules[-1][1][name] = value
    assert len(rules) <= 100
    assert all(pattern.count("*") <= 1 for pattern, _, _ in rules)
    assert not any(values.keys() & gone for _, values, gone in rules)  # which of both would win is not told
    return rules


def sent(rules: list[Rule], path: str) -> dict[str, str]:
    """The headers that ``rules`` give to ``path``: all that fit, in their order."""
    found: dict[str, str] = {}
    for pattern, values, gone in rules:
        if fnmatch.fnmatchcase(path, pattern):
            found = {name: value for name, value in found.items() if name not in gone}
            assert not found.keys() & values.keys(), (path, pattern)  # hosts would join both with a comma
            found |= values
    return found


@pytest.mark.parametrize("rules", [netlify, cloudflare])
def test_every_file_gets_the_headers_that_a_host_should_add(rules: Callable[[], list[Rule]], output: Path) -> None:
    policy = "Content-Security-Policy"
    paths = [f"/{file.relative_to(output).as_posix()}" for file in output.rglob("*") if file.suffix not in (".gz", "")]
    seen = {"embedded": 0, "kept": 0}
    for path in [*paths, *(path.removesuffix("index.html") for path in paths if path.endswith("/index.html"))]:
        told = sent(rules(), path)
        own = path.removeprefix("/de")
        embedded, kept = own.startswith("/embed/"), own.startswith("/assets/")
        seen["embedded"] += embedded
        seen["kept"] += kept
        assert {name: told.get(name) for name in SAID if name != policy} == {
            name: value for name, value in SAID.items() if name != policy
        }
        assert told.get("Cache-Control") == (FOREVER if kept else None), path
        if embedded:
            assert policy not in told, path
        elif path.endswith((".html", "/")):
            assert told.get(policy) == SAID[policy], path
    assert min(seen.values()) > 5


def test_netlify_sends_the_lost_page_of_each_edition() -> None:
    lost = tomllib.loads(read("netlify.toml"))["redirects"]
    languages = yaml.safe_load((ROOT / "site.yaml").read_text())["languages"]
    assert lost == [{"from": f"/{lang}/*", "to": f"/{lang}/404.html", "status": 404} for lang in languages]


def test_netlify_builds_as_anyone_does() -> None:
    assert tomllib.loads(read("netlify.toml"))["build"] | {"environment": {}} == {
        "command": "make build",
        "publish": "output",
        "environment": {},
    }


def test_the_container_serves_as_nobody_and_installs_only_what_is_locked() -> None:
    lines = read("Dockerfile").splitlines()
    last = lines[max(at for at, line in enumerate(lines) if line.startswith("FROM")) :]

    assert [line for line in last if line.startswith("USER")] == ["USER 65534:65534"]
    assert all(re.fullmatch(r"FROM \w+:\d[\w.-]+( AS \w+)?", line) for line in lines if line.startswith("FROM"))
    assert any("--require-hashes -r requirements.lock" in line for line in lines)
    copied = [line.split()[1:-1] for line in lines if line.startswith("COPY") and "--from" not in line]
    assert all((ROOT / name).exists() for names in copied for name in names)


def test_every_recipe_is_told_of_and_every_one_that_is_told_of_is_there() -> None:
    told = set(re.findall(r"\]\(\.\./recipes/([\w.-]+)\)", (ROOT / "docs/publishing.md").read_text(encoding="utf-8")))

    assert told == {file.name for file in RECIPES.iterdir()}
