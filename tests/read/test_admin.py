"""Of the folder `admin/` just the form editor is published, and only if it is one of Parley's."""

from __future__ import annotations

from pathlib import Path

import pytest

from parley.read.admin import admin
from tests.sites import FILES, built_from, written

FORMS = {
    "admin/parley.js": "1",
    "admin/index.html": "2",
    "admin/config.yml": "3",
    "admin/yaml/schema/yaml-1.1/set.js": "4",
    "admin/yaml/LICENSE": "5",
    "admin/decap-cms.js": "6",
}
OTHERS = {
    "admin/notes.txt": "who told us",
    "admin/media/photo.jpg": "?",
    "admin/.env": "TOKEN=1",
    "admin/yaml/.git/config": "",
    "admin/index.html~": "",
    "admin/media/index.html": "",
}


def test_files_by_other_names_stay_unpublished(tmp_path: Path) -> None:
    found = admin(written(tmp_path, FORMS | OTHERS))
    assert {path: body.decode() for path, body in found.files.items()} == FORMS
    assert not found.problems


def test_a_folder_without_the_mark_is_no_form_editor(tmp_path: Path) -> None:
    assert not admin(written(tmp_path, {"admin/index.html": "x", "admin/config.yml": "x"})).files
    assert not admin(tmp_path / "nowhere").files


def test_links_are_passed_over(tmp_path: Path) -> None:
    root = written(tmp_path / "site", FORMS)
    secret = written(tmp_path / "secret", {"a.js": "secret"})
    (root / "admin/yaml/b.js").symlink_to(secret / "a.js")
    (root / "admin/yaml/more").symlink_to(secret)
    assert set(admin(root).files) == set(FORMS)
    other = written(tmp_path / "other", {"briefs/a.yaml": ""})
    (other / "admin").symlink_to(root / "admin")
    assert not admin(other).files


def test_a_file_that_can_t_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = written(tmp_path, FORMS)
    whole = Path.read_bytes

    def refused(path: Path) -> bytes:
        if path.name == "decap-cms.js":
            raise PermissionError(13, "Permission denied")
        return whole(path)

    monkeypatch.setattr(Path, "read_bytes", refused)
    (told,) = admin(root).problems
    assert (told.code, told.place.file, told.severity) == ("unreadable", "admin/decap-cms.js", "error")


def test_it_is_published_with_the_site_but_not_to_be_read_from_a_disk(tmp_path: Path) -> None:
    site = built_from(tmp_path, FILES | FORMS | OTHERS).site
    assert site is not None
    assert {path: site[path].decode() for path in site if path.startswith("admin/")} == FORMS
    assert "admin" not in site["sitemap.xml"].decode()
    on_disk = built_from(tmp_path, {}, disk=True).site
    assert on_disk is not None
    assert not [path for path in on_disk if path.startswith("admin/")]
