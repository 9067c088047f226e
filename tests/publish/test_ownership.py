from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from parley.publish.folder import Refused, check_output, publish

Stamps = Callable[[Path], dict[str, tuple[int, ...]]]


def refusal(output: Path, sources: list[Path]) -> str:
    """The sentence of the refusal; the build refuses as well, and neither touches anything."""
    with pytest.raises(Refused) as early:
        check_output(output, sources)
    with pytest.raises(Refused) as late:
        publish({"index.html": b"page"}, output, sources)
    sentence = str(early.value)
    assert sentence == str(late.value)
    assert "\n" not in sentence
    return sentence


def test_the_default_output_in_the_root_is_fine_and_checking_makes_nothing(
    root: Path, output: Path, sources: list[Path], stamps: Stamps
) -> None:
    before = stamps(root)
    check_output(output, sources)
    assert stamps(root) == before
    assert not output.exists()


def test_a_folder_elsewhere_is_fine_even_below_folders_that_are_not_there(tmp_path: Path, sources: list[Path]) -> None:
    publish({"index.html": b"page"}, tmp_path / "new" / "newer" / "site", sources)
    assert (tmp_path / "new/newer/site/index.html").read_bytes() == b"page"


def test_an_empty_folder_is_fine(output: Path, sources: list[Path]) -> None:
    output.mkdir()
    publish({"index.html": b"page"}, output, sources)
    assert (output / "index.html").read_bytes() == b"page"


@pytest.mark.parametrize("inner", [".", "briefs", "theme", ".."])
def test_a_source_and_what_holds_one_are_refused(root: Path, sources: list[Path], inner: str, stamps: Stamps) -> None:
    before = stamps(root)
    assert "which the site is made from" in refusal(root / inner, sources)
    assert stamps(root) == before


def test_a_single_file_among_the_sources_protects_its_folder(root: Path, tmp_path: Path, sources: list[Path]) -> None:
    settings = tmp_path / "settings" / "site.yaml"
    settings.parent.mkdir()
    settings.write_bytes(b"name: x")
    assert "settings/site.yaml" in refusal(settings.parent, [*sources, settings])
    assert "site.yaml" in refusal(settings, [*sources, settings])


@pytest.mark.parametrize("inner", ["briefs/output", "theme/css/site", "briefs/../theme/x"])
def test_a_place_inside_briefs_or_theme_is_refused(root: Path, sources: list[Path], inner: str) -> None:
    assert "this lies inside" in refusal(root / inner, sources)
    assert "output" in refusal(root / inner, sources), "it says where to go instead"


def test_a_source_reached_by_another_name_is_known_all_the_same(
    root: Path, tmp_path: Path, sources: list[Path]
) -> None:
    (tmp_path / "alias").symlink_to(root)
    assert "this lies inside" in refusal(tmp_path / "alias" / "briefs" / "site", sources)
    assert "would delete" in refusal(tmp_path / "alias" / "theme", sources)
    check_output(tmp_path / "alias" / "output", sources)


def test_a_source_mounted_at_another_place_is_known_all_the_same(
    root: Path, tmp_path: Path, sources: list[Path], mounting: Callable[..., Any], mount: Callable[..., None]
) -> None:
    (tmp_path / "other").mkdir()

    def act() -> list[str]:
        mount(root / "briefs", tmp_path / "other", flags=4096)
        return [refusal(tmp_path / "other", sources), refusal(tmp_path / "other" / "site", sources)]

    same, inside = mounting(act)
    assert "would delete" in same
    assert "this lies inside" in inside


@pytest.mark.parametrize("place", ["/", "//", "/../.."])
def test_the_root_of_the_file_system_is_refused(place: str, sources: list[Path]) -> None:
    assert "the root of the file system" in refusal(Path(place), sources)


def test_home_and_what_holds_it_are_refused(
    tmp_path: Path, sources: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "people" / "ada"
    home.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    assert "home folder" in refusal(home, sources)
    assert "home folder" in refusal(home.parent, sources)
    check_output(home / "site", sources)
    monkeypatch.delenv("HOME")
    assert "home folder" in refusal(Path("~").expanduser(), sources), "known without the environment"


@pytest.mark.parametrize("place", [".", "..", "", "../.", "here/.."])
def test_the_working_folder_and_what_holds_it_are_refused(
    tmp_path: Path, sources: list[Path], place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "work" / "here").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "work")
    assert "working in" in refusal(Path(place), [])


def test_a_foreign_folder_is_refused_and_left_alone(output: Path, sources: list[Path], stamps: Stamps) -> None:
    output.mkdir()
    (output / "thesis.txt").write_bytes(b"years of work")
    before = stamps(output.parent)
    assert "did not make" in refusal(output, sources)
    assert stamps(output.parent) == before


@pytest.mark.parametrize("name", [".git", ".hg", ".svn"])
@pytest.mark.parametrize("kind", ["folder", "file"])
def test_a_repository_is_refused_even_where_parley_published_before(
    output: Path, sources: list[Path], name: str, kind: str
) -> None:
    publish({"index.html": b"page"}, output, sources)
    (output / name).mkdir() if kind == "folder" else (output / name).write_bytes(b"gitdir: elsewhere")
    assert f"holds {name}" in refusal(output, sources)
    assert (output / "index.html").read_bytes() == b"page"


def test_a_repository_deep_inside_the_output_is_refused(output: Path, sources: list[Path]) -> None:
    publish({"index.html": b"page"}, output, sources)
    (output / "tools" / "clone" / ".git").mkdir(parents=True)
    with pytest.raises(Refused, match=r"tools/clone/\.git: a git repository"):
        publish({"index.html": b"new"}, output, sources)
    assert (output / "index.html").read_bytes() == b"page"


def test_a_place_among_the_records_of_git_is_refused(root: Path, sources: list[Path]) -> None:
    (root / ".git").mkdir()
    assert "version control" in refusal(root / ".git" / "site", sources)


@pytest.mark.parametrize("kind", ["file", "pipe", "socket"])
def test_a_path_that_is_no_folder_is_refused(
    output: Path, sources: list[Path], kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    match kind:
        case "file":
            output.write_bytes(b"a letter")
        case "pipe":
            os.mkfifo(output)
        case "socket":
            monkeypatch.chdir(output.parent)  # the address of a socket is short
            with socket.socket(socket.AF_UNIX) as listening:
                listening.bind(output.name)
            monkeypatch.undo()
    assert "not a folder" in refusal(output, sources)
    assert output.exists()


def test_a_place_below_a_file_is_refused(root: Path, sources: list[Path]) -> None:
    (root / "notes").write_bytes(b"a letter")
    assert "Not a directory" in refusal(root / "notes" / "site", sources)


def test_a_symbolic_link_is_refused_and_told_where_it_leads(tmp_path: Path, output: Path, sources: list[Path]) -> None:
    (tmp_path / "real").mkdir()
    output.symlink_to(tmp_path / "real")
    assert str(tmp_path / "real") in refusal(output, sources)
    assert output.is_symlink()
    assert list((tmp_path / "real").iterdir()) == []


def test_a_dangling_link_and_links_in_a_circle_are_refused(root: Path, output: Path, sources: list[Path]) -> None:
    output.symlink_to(root / "nowhere")
    assert "symbolic link" in refusal(output, sources)
    (root / "circle").symlink_to(root / "circle")
    assert refusal(root / "circle" / "site", sources)
    assert refusal(root / "circle", sources)


def test_a_place_inside_another_output_is_refused(output: Path, sources: list[Path]) -> None:
    publish({"index.html": b"page"}, output, sources)
    assert "replaces as a whole" in refusal(output / "inner" / "site", sources)


def test_a_name_that_staging_uses_is_refused(root: Path, sources: list[Path]) -> None:
    assert "Parley's own use" in refusal(root / ".output.parley-0123456789abcdef", sources)


def test_a_name_with_a_line_break_makes_one_line_and_a_nul_no_traceback(root: Path, sources: list[Path]) -> None:
    (root / "two\nlines").write_bytes(b"a letter")
    assert "two\\nlines" in refusal(root / "two\nlines", sources)
    assert refusal(root / "nul\0", sources)


def test_a_removed_working_folder_gives_a_sentence(
    tmp_path: Path, sources: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert "No such file" in refusal(Path("output"), sources)


@pytest.mark.parametrize("inner", [".schema", ".schema/output"])
def test_the_folder_of_what_editors_read_is_no_place_for_a_site(root: Path, sources: list[Path], inner: str) -> None:
    assert "where Parley keeps what editors read" in refusal(root / inner, sources)


@pytest.mark.parametrize("inner", [".parley", ".parley/output", ".parley/spare/deep"])
def test_the_folder_of_the_memory_is_no_place_for_a_site(root: Path, sources: list[Path], inner: str) -> None:
    assert "where Parley keeps its memory" in refusal(root / inner, sources)
    (root / ".parley" / "spare").mkdir(parents=True)
    assert "where Parley keeps its memory" in refusal(root / inner, sources)


def test_the_folder_of_the_memory_may_lie_beside_the_output(root: Path, output: Path, sources: list[Path]) -> None:
    (root / ".parley").mkdir()
    (root / ".parley" / ".gitignore").write_text("*\n")
    publish({"index.html": b"page"}, output, sources, root / ".parley" / "spare")
    publish({"index.html": b"new"}, output, sources, root / ".parley" / "spare")
    check_output(output, sources)
    assert (root / ".parley" / "spare" / "index.html").read_bytes() == b"page"
    assert (root / ".parley" / ".gitignore").read_text() == "*\n"


def test_a_source_that_is_a_link_to_itself_is_no_reason_to_refuse(
    output: Path, tmp_path: Path, sources: list[Path]
) -> None:
    circle = tmp_path / "site.yaml"
    circle.symlink_to("site.yaml")
    check_output(output, [*sources, circle])
