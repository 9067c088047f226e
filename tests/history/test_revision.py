"""What a revision held is unpacked as it was; and nothing that a repository asks for is run."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from parley.history.git import Git, NoHistory
from parley.history.revision import revision, unpacked


def git(folder: Path, *arguments: str, given: str = "") -> str:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    done = subprocess.run(
        ("git", *who, *arguments), cwd=folder, input=given, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "briefs/deep").mkdir(parents=True)
    git(folder, "init", "-q")
    (folder / "site.yaml").write_bytes(b"name: A\r\n")
    (folder / "briefs/one.yaml").write_bytes(b"title: One\n")
    (folder / "briefs/deep/dörf.yaml").write_bytes(b"two")
    (folder / "briefs/picture.png").write_bytes(b"\x89PNG")
    (folder / "README.md").write_text("No.")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "One")
    return folder


def held(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def taken(site: Path, tmp_path: Path, name: str = "HEAD") -> dict[str, bytes]:
    asked = Git(site)
    return held(unpacked(asked, revision(asked, name), tmp_path / "taken"))


def test_the_yaml_and_markdown_files_of_the_site_are_taken_byte_by_byte_and_nothing_else(
    site: Path, tmp_path: Path
) -> None:
    assert taken(site, tmp_path) == {
        "site.yaml": b"name: A\r\n",
        "briefs/one.yaml": b"title: One\n",
        "briefs/deep/dörf.yaml": b"two",
        "README.md": b"No.",
    }


def test_no_filter_text_conversion_hook_or_watcher_is_run(site: Path, tmp_path: Path) -> None:
    ran = tmp_path / "ran"
    trap = tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\necho $0 >> {ran}\ncat\n")
    trap.chmod(0o755)
    (site / ".gitattributes").write_text("*.yaml filter=trap diff=trap\n")
    git(site, "add", "-A")
    git(site, "commit", "-qm", "Attributes")
    for key in ("filter.trap.smudge", "filter.trap.clean", "diff.trap.textconv", "diff.trap.command", "core.fsmonitor"):
        git(site, "config", key, str(trap))
    for key in ("core.pager", "pager.log", "core.editor", "core.sshCommand", "diff.external", "alias.ls-tree"):
        git(site, "config", key, str(trap))
    assert "site.yaml" in taken(site, tmp_path)
    assert not ran.exists()


def test_links_are_followed_within_the_revision_and_never_out_of_it(site: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text("title: Secret\n")
    (site / "briefs/two.yaml").symlink_to("one.yaml")
    (site / "briefs/out.yaml").symlink_to(secret)
    (site / "briefs/up.yaml").symlink_to("../../secret.yaml")
    (site / "briefs/round.yaml").symlink_to("round.yaml")
    git(site, "add", "-A")
    git(site, "commit", "-qm", "Links")
    found = taken(site, tmp_path)
    assert found["briefs/two.yaml"] == b"title: One\n"
    assert not {"briefs/out.yaml", "briefs/up.yaml", "briefs/round.yaml"} & found.keys()


def test_a_tree_with_a_name_that_leads_out_is_read_without_it(site: Path, tmp_path: Path) -> None:
    blob = git(site, "hash-object", "-w", "--stdin", given="title: Out\n")
    raw = b"100644 ../../out.yaml\0" + bytes.fromhex(blob)
    made = subprocess.run(
        ("git", "hash-object", "-t", "tree", "-w", "--literally", "--stdin"),
        cwd=site,
        input=raw,
        capture_output=True,
        check=True,
    )
    briefs = made.stdout.decode().strip()
    top = subprocess.run(
        ("git", "hash-object", "-t", "tree", "-w", "--literally", "--stdin"),
        cwd=site,
        input=b"40000 briefs\0" + bytes.fromhex(briefs),
        capture_output=True,
        check=True,
    )
    commit = git(site, "commit-tree", "-m", "Hostile", top.stdout.decode().strip())
    assert taken(site, tmp_path, commit) == {}
    assert not list(tmp_path.glob("**/out.yaml"))


@pytest.mark.parametrize("name", ["--output=x", "-h", "HEAD:briefs", "HEAD^{tree}", "", "nowhere", "HEAD~9"])
def test_what_is_no_commit_is_told_and_never_taken_for_an_option(site: Path, name: str) -> None:
    with pytest.raises(NoHistory, match="is no commit, branch or tag here"):
        revision(Git(site), name)


def test_a_revision_from_before_the_briefs_is_an_empty_site(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "bare")
    folder = tmp_path / "bare"
    git(folder, "commit", "-q", "--allow-empty", "-m", "Nothing")
    assert taken(folder, tmp_path) == {}
    assert (tmp_path / "taken/briefs").is_dir()


def test_what_points_git_elsewhere_is_not_heard(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git(tmp_path, "init", "-q", "other")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "other/.git"))
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "core.worktree")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "/nowhere")
    assert "briefs/one.yaml" in taken(site, tmp_path)


def test_a_copy_that_lacks_contents_fetches_nothing_and_says_so(site: Path, tmp_path: Path) -> None:
    git(site, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "-q", "--no-checkout", "--filter=blob:none", f"file://{site}", "partial")
    asked = Git(tmp_path / "partial")
    with pytest.raises(NoHistory, match="not all of HEAD"):
        unpacked(asked, revision(asked, "HEAD"), tmp_path / "taken")
