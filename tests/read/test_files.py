"""What is found on the disk: each file once, and nothing that looks like a brief passed over in silence."""

import os
import re
import stat
import tempfile
from pathlib import Path

import pytest

from parley.read.files import files
from parley.read.text import MAX_BYTES
from tests.read.town import BRIEF, codes, read, told, written


def found(root: Path) -> list[str]:
    """The problems without their codes."""
    return [str(problem).rpartition(" [")[0] for problem in files(root).problems]


def test_the_files_of_a_site_are_found_by_path(tmp_path):
    written(tmp_path, {"site.yaml": "name: X\n", "briefs/2025/may/city.yaml": BRIEF, "briefs/notes.txt": "x"})
    result = files(tmp_path)
    assert result.settings is not None
    assert result.settings.data == b"name: X\n"
    assert result.actors is not None
    assert [(source.path, source.slug) for source in result.briefs] == [
        ("briefs/2025/may/city.yaml", "city"),
        ("briefs/town.yaml", "town"),
    ]
    assert result.problems == []


def test_settings_and_actors_may_be_missing(tmp_path):
    (tmp_path / "briefs").mkdir()
    result = files(tmp_path)
    assert (result.settings, result.actors, result.briefs, result.problems) == (None, None, [], [])


@pytest.mark.parametrize("folder", [False, True])
def test_a_folder_without_briefs_is_told_what_is_missing(folder, tmp_path):
    if folder:
        (tmp_path / "briefs").write_text("a file")
    assert found(tmp_path) == [
        f'briefs:1:1: error: no folder briefs/; make one in "{tmp_path}", with a YAML file for each brief'
    ]


@pytest.mark.parametrize("name", [".#town.yaml", "town.yaml~", "#town.yaml#", ".town.yaml.swp", ".hidden/town.yaml"])
def test_what_editors_leave_behind_is_no_brief(name, tmp_path):
    result = files(written(tmp_path, {f"briefs/{name}": BRIEF}))
    assert len(result.briefs) == 1
    assert result.problems == []


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("story.yml", 'a file that ends in ".yml"; rename it to story.yaml'),
        ("story.YAML", 'a file that ends in ".YAML"; rename it to story.yaml'),
        ("story.yaml.txt", 'a file that ends in ".yaml.txt"; rename it to story.yaml'),
        ("My Story.yaml", 'the file name "My Story", which is not an id; write "my-story"'),
        ("story_2.yaml", 'the file name "story_2", which is not an id; write "story-2"'),
        ("con.yaml", 'the file name "con", which Windows keeps for a device; write "con-1"'),
        ("st\u043ery.yaml", 'the file name "st\u043ery", with the letter "\u043e" (cyrillic small letter o); '
         "use the letters a to z"),
        ("2025/actors.yaml", "a second actors.yaml; shared actors stand in briefs/actors.yaml alone"),
        ("2025/town.yaml", None),
    ],
)  # fmt: skip
def test_a_name_that_is_no_id_is_told_with_the_right_one(name, message, tmp_path):
    root = written(tmp_path, {f"briefs/{name}": BRIEF})
    if message is None:
        message = 'a second brief named "town" (the first is briefs/2025/town.yaml); '
        message += "rename one of them: the file name is the brief's address"
        name = "town.yaml"
    assert found(root) == [f"briefs/{name}:1:1: error: {message}"]


def test_a_name_of_odd_characters_is_shown_on_one_line(tmp_path):
    written(tmp_path, {"briefs/a\nb\x1b[2J.yaml": BRIEF})
    with open(os.fsencode(tmp_path) + b"/briefs/\xff\xfe.yaml", "w") as file:  # noqa: PTH123 - a name that is no text
        file.write(BRIEF)
    messages = found(tmp_path)
    assert messages[0].startswith('briefs/a\\u000ab\\u001b[2J.yaml:1:1: error: the file name "a b\\u001b[2J"')
    assert messages[1].startswith("briefs/\\udcff\\udcfe.yaml:1:1: error: ")
    assert all(re.fullmatch(r"[\x20-\x7e]+", message) for message in messages)


def test_translations_are_no_briefs_and_know_what_they_translate(tmp_path):
    root = written(tmp_path, {"briefs/far/town.pt-BR.yaml": "title: A ponte\n", "briefs/actors.uk.yaml": ""})
    (root / "site.uk.yaml").write_text("name: Рада\n")
    (root / "site.draft-of-mine.yaml").write_text("name: Mine\n")
    found = files(root)
    assert [(source.path, source.slug, source.lang) for source in found.translations] == [
        ("site.uk.yaml", "site", "uk"),
        ("briefs/actors.uk.yaml", "actors", "uk"),
        ("briefs/far/town.pt-BR.yaml", "town", "pt-BR"),
    ]
    assert [source.slug for source in found.briefs] == ["town"]
    assert found.problems == []


def test_a_link_inside_the_folder_is_followed(tmp_path):
    written(tmp_path, {})
    (tmp_path / "briefs/city.yaml").symlink_to("town.yaml")
    assert [source.slug for source in files(tmp_path).briefs] == ["city", "town"]


def test_the_folder_itself_may_be_a_link(tmp_path):
    written(tmp_path / "far", {})
    (tmp_path / "site").mkdir()
    (tmp_path / "site/briefs").symlink_to(tmp_path / "far/briefs")
    result = files(tmp_path / "site")
    assert ([source.path for source in result.briefs], result.problems) == (["briefs/town.yaml"], [])


OUTSIDE = "a link to a file outside briefs/; copy the file into briefs/"
NOWHERE = "a link that leads to no file; remove it, or copy the file here"
FOLDER = "a link to a folder; put the files themselves into briefs/: linked folders are not read"
LINKS = {
    "out of the folder": ("story.yaml", "../secret.yaml", OUTSIDE),
    "to a device": ("story.yaml", "/dev/zero", OUTSIDE),
    "to nothing": ("story.yaml", "gone.yaml", NOWHERE),
    "to itself": ("story.yaml", "story.yaml", NOWHERE),
    "to a folder": ("more", "..", FOLDER),
}


@pytest.mark.parametrize("link", LINKS)
def test_a_link_that_cannot_be_followed_is_told(link, tmp_path):
    name, target, message = LINKS[link]
    root = written(tmp_path, {})
    (root / "secret.yaml").write_text(BRIEF)
    (root / f"briefs/{name}").symlink_to(target)
    assert found(root) == [f"briefs/{name}:1:1: error: {message}"]
    assert [source.slug for source in files(root).briefs] == ["town"]


@pytest.mark.parametrize("name", ["site.yaml", "briefs/actors.yaml", "briefs/story.yaml"])
def test_a_pipe_is_not_waited_for(name, tmp_path):
    written(tmp_path, {"briefs/actors.yaml": None})
    os.mkfifo(tmp_path / name)
    assert stat.S_ISFIFO((tmp_path / name).stat().st_mode)
    assert found(tmp_path) == [f"{name}:1:1: error: something that is no file; put a text file in its place"]


def test_a_folder_with_the_ending_of_a_brief_is_told(tmp_path):
    written(tmp_path, {})
    (tmp_path / "briefs/story.yaml").mkdir()
    assert found(tmp_path) == [
        'briefs/story.yaml:1:1: error: a folder that ends in ".yaml"; take the ending off: a brief is a file'
    ]


def test_settings_under_another_name_are_told(tmp_path):
    assert found(written(tmp_path, {"site.yml": "name: X\n"})) == [
        'site.yml:1:1: error: a file that ends in ".yml"; rename it to site.yaml'
    ]


def test_of_a_file_without_end_no_more_is_read_than_tells_that(tmp_path):
    root = written(tmp_path, {"briefs/story.yaml": ""})
    os.truncate(root / "briefs/story.yaml", 1 << 26)
    (source,) = (source for source in files(root).briefs if source.slug == "story")
    assert len(source.data) == MAX_BYTES + 1
    assert codes(read(tmp_path, {}).problems) == ["file-too-large"]


@pytest.fixture
def readable_by_nobody():
    """A site whose one brief and one folder are closed to us, even where the tests are run by root."""
    with tempfile.TemporaryDirectory() as name:
        root = written(Path(name), {"briefs/city.yaml": BRIEF, "briefs/more/story.yaml": BRIEF})
        root.chmod(0o755)
        (root / "briefs").chmod(0o755)
        closed = (root / "briefs/city.yaml", root / "briefs/more")
        for path in closed:
            path.chmod(0)
        us = os.geteuid()
        if us == 0:
            os.seteuid(65534)
        try:
            yield root
        finally:
            os.seteuid(us)
            for path in closed:
                path.chmod(0o755)


def test_a_file_or_folder_that_is_closed_to_us_is_told(readable_by_nobody):
    assert sorted(found(readable_by_nobody)) == [
        "briefs/city.yaml:1:1: error: a file that can't be read (Permission denied); check its permissions",
        "briefs/more:1:1: error: a folder that can't be read (Permission denied); check its permissions",
    ]


@pytest.mark.parametrize(
    "files",
    [
        {"briefs/actors.yaml": None, "briefs/actors.yml": "reed: {name: R, kind: person}\n"},
        {"briefs/actors.yaml": None, "briefs/Actors.yaml": "reed: {name: R, kind: person}\n"},
        {"briefs/actors.yaml": None, "briefs/2025/actors.yaml": "reed: {name: R, kind: person}\n"},
        {"briefs/actors.yaml": "reed: {name: R, kind: person}\n".encode("utf-16")},
        {"briefs/actors.yaml": "- reed\n"},
        {"briefs/town.yaml": None, "briefs/Town.yaml": BRIEF, "briefs/city.yaml":
         "title: T\npublished: 2025\nwhat: See [[brief:town]] and [[proposal:town/bridge]].\nwho: {reed: R}\n"},
    ],
    ids=["ending", "capital", "folder", "encoding", "list", "brief"],
)  # fmt: skip
def test_a_file_that_cannot_be_used_is_one_problem_and_what_leads_to_it_is_none(files, tmp_path):
    assert len(told(tmp_path, files)) == 1


def test_a_folder_whose_name_is_not_utf_8_is_told_and_not_read(tmp_path):
    written(tmp_path, {})
    folder = os.fsencode(tmp_path) + b"/briefs/\xff"
    os.mkdir(folder)  # noqa: PTH102 - a name that is no text
    with open(folder + b"/city.yaml", "w") as file:  # noqa: PTH123
        file.write(BRIEF)
    assert found(tmp_path) == [
        'briefs/\\udcff:1:1: error: the name "\\udcff", with signs that do not show; rename it in letters that show'
    ]
    assert [source.slug for source in files(tmp_path).briefs] == ["town"]


def test_a_name_of_another_ending_is_shown_on_one_line(tmp_path):
    written(tmp_path, {"briefs/a\nb.yml": BRIEF})
    assert found(tmp_path) == [
        'briefs/a\\u000ab.yml:1:1: error: the name "a b.yml", with signs that do not show; rename it to "ab.yml"'
    ]
