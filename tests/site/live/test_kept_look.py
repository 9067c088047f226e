"""The preview's look follows what the settings say of it, and is kept while nothing has changed."""

from __future__ import annotations

from pathlib import Path

from parley.model.settings import Identity
from parley.site.live.kept import KeptLook
from tests.sites import written


def css(look: KeptLook, identity: Identity) -> str:
    made = look.look(identity).assets
    return made.files[made.names["site.css"]].decode()


def test_another_accent_makes_another_stylesheet(tmp_path: Path) -> None:
    look = KeptLook(tmp_path)
    assert "light-dark(#0f5c6e,#6fc6d8)" in css(look, Identity())
    assert "light-dark(#7a1f3d,#f0a8bf)" in css(look, Identity(accent="#7a1f3d", accent_dark="#f0a8bf"))
    assert "light-dark(#0f5c6e,#6fc6d8)" in css(look, Identity())


def test_the_same_settings_keep_the_look(tmp_path: Path) -> None:
    look = KeptLook(tmp_path)
    assert look.look(Identity(corners="round")) is look.look(Identity(corners="round"))


def test_a_form_editor_is_shown_as_soon_as_it_is_there_and_no_longer(tmp_path: Path) -> None:
    look = KeptLook(tmp_path)
    before = look.look(Identity())
    assert not [path for path in before.files if path.startswith("admin/")]
    written(tmp_path, {"admin/parley.js": "1", "admin/config.yml": "a: 1"})
    with_it = look.look(Identity())
    assert with_it.files["admin/config.yml"] == b"a: 1"
    assert with_it.files.items() > before.files.items()
    assert look.look(Identity()) is with_it
    assert KeptLook(tmp_path, forms=False).look(Identity()).files.keys() == before.files.keys()
    (tmp_path / "admin/parley.js").unlink()
    assert look.look(Identity()).files == before.files


def test_an_accent_that_is_mended_is_a_problem_no_more(tmp_path: Path) -> None:
    look = KeptLook(tmp_path)
    assert [problem.code for problem in look.look(Identity(accent="#ffff00")).theme.problems] == ["accent-contrast"]
    assert look.look(Identity(accent="#7a1f3d")).theme.problems == ()
