"""`parley rename`, as a process."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites import FILES, run, written

DAY = ("--as-of", "2025-06-01")
PAGES = {"actor": "actors/traders", "proposal": "proposals/bridge/keep-open", "brief": "briefs/bridge"}


@pytest.mark.parametrize(
    ("what", "old", "new", "alias"),
    [
        ("actor", "traders", "shops", "aliases: traders, "),
        ("proposal", "keep-open", "open-it", "aliases: keep-open, "),
        ("brief", "bridge", "crossing", "\naliases: bridge"),
    ],
)
def test_the_old_address_leads_to_the_new_one(tmp_path: Path, what: str, old: str, new: str, alias: str) -> None:
    other = "title: Ferry\npublished: 2025-05-03\nwho: {traders: Ask.}\nwhat: See [[brief:bridge]] and "
    ferry = f"{other}[[proposal:bridge/keep-open|the demand]].[^a]\nsources:\n  a: {{title: A}}\n"
    root = written(tmp_path, {**FILES, "briefs/ferry.yaml": ferry})
    done = run("rename", what, old, new, cwd=root)
    assert done.returncode == 0, done.stderr
    named = "crossing" if what == "brief" else "bridge"
    assert alias in (root / f"briefs/{named}.yaml").read_text()
    assert run("build", *DAY, cwd=root).returncode == 0
    page = (root / f"output/{PAGES[what]}/index.html").read_text()
    assert f'url={"../" * (PAGES[what].count("/") + 1)}{PAGES[what].rpartition("/")[0]}/{new}/"' in page


def test_an_alias_gives_way_when_the_id_comes_back(tmp_path: Path) -> None:
    file = written(tmp_path, FILES) / "briefs/bridge.yaml"
    for old, new in (("traders", "shops"), ("shops", "stalls"), ("stalls", "traders")):
        done = run("rename", "actor", old, new, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
    assert "aliases: [stalls, shops], name: Alder Traders" in file.read_text()
    assert run("check", *DAY, cwd=tmp_path).returncode == 0


@pytest.mark.parametrize(
    ("what", "old", "new"),
    [("actor", "traders", "shops"), ("proposal", "keep-open", "open-it"), ("brief", "bridge", "ford")],
)
def test_translations_are_changed_with_their_originals(tmp_path: Path, what: str, old: str, new: str) -> None:
    words = (
        "translated: 2025-05-10\nwhat: Die [[traders|Händler]].[^minutes]\nwho:\n  traders: Bitten.\n"
        "actors:\n  traders:\n    name: Händler\nproposals:\n  keep-open:\n    title: Offen halten\n"
        "rejections:\n  - of: bridge/keep-open\n    why: Nicht sicher.\n"
    )
    root = written(tmp_path, {**FILES, "site.yaml": "languages: [de]\n", "briefs/bridge.de.yaml": words})
    before = run("check", *DAY, cwd=root)
    assert before.returncode == 0, before.stderr
    done = run("rename", what, old, new, cwd=root)
    assert done.returncode == 0, done.stderr
    file = root / ("briefs/ford.de.yaml" if what == "brief" else "briefs/bridge.de.yaml")
    text = file.read_text()
    assert old not in text.replace("shop", "") or what == "brief"
    assert text.count(new) == {"actor": 3, "proposal": 2, "brief": 1}[what]
    after = run("check", *DAY, cwd=root)
    assert after.returncode == 0, after.stderr
    assert [line.partition(" texts")[0][-8:] for line in after.stderr.splitlines() if "texts" in line] == [
        line.partition(" texts")[0][-8:] for line in before.stderr.splitlines() if "texts" in line
    ]


def test_line_ends_stay(tmp_path: Path) -> None:
    file = written(tmp_path, FILES) / "briefs/bridge.yaml"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert run("rename", "actor", "traders", "shops", cwd=tmp_path).returncode == 0
    assert file.read_bytes().count(b"\n") == file.read_bytes().count(b"\r\n")


@pytest.mark.parametrize(("what", "old", "new"), [("source", "minutes", "notes"), ("step", "report", "survey")])
def test_there_and_back_is_the_same_file(tmp_path: Path, what: str, old: str, new: str) -> None:
    file = written(tmp_path, FILES) / "briefs/bridge.yaml"
    before = file.read_bytes()
    done = run("rename", what, old, new, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert file.read_bytes() != before
    assert run("check", *DAY, cwd=tmp_path).returncode == 0
    assert run("rename", what, new, old, cwd=tmp_path).returncode == 0
    assert file.read_bytes() == before


@pytest.mark.parametrize("asked", [("traders", "council"), ("nobody", "shops"), ("traders", "No Id")])
def test_what_is_refused_changes_nothing(tmp_path: Path, asked: tuple[str, str]) -> None:
    file = written(tmp_path, FILES) / "briefs/bridge.yaml"
    before = file.read_bytes()
    assert run("rename", "actor", *asked, cwd=tmp_path).returncode == 2
    assert file.read_bytes() == before


def test_a_dry_run_tells_and_changes_nothing(tmp_path: Path) -> None:
    file = written(tmp_path, FILES) / "briefs/bridge.yaml"
    before = file.read_bytes()
    done = run("rename", "actor", "traders", "shops", "--dry-run", cwd=tmp_path)
    assert done.stdout == "briefs/bridge.yaml: 4 places\n"
    assert file.read_bytes() == before
