"""Links that open the writer's editor."""

from __future__ import annotations

import pytest

from parley.cli.arguments import WrongUse
from parley.cli.editor import editor_links, neighbours
from parley.preview import Spot


def link(root, given=None, **environment):
    (root / "a b.yaml").write_text("x")
    made = editor_links(given, root, environment)
    return made(Spot("a b.yaml", 7, 3)) if made else None


def test_the_link_names_the_whole_path_the_line_and_the_column(tmp_path):
    assert link(tmp_path) == f"vscode://file{tmp_path}/a%20b.yaml:7:3"
    assert link(tmp_path, PARLEY_EDITOR="zed") == f"zed://file{tmp_path}/a%20b.yaml:7:3"
    assert link(tmp_path, "x://{path}#{line}", PARLEY_EDITOR="zed") == "x://a%20b.yaml#7"
    assert link(tmp_path, "none") is None


def test_outside_of_a_container_the_folder_has_another_path(tmp_path):
    assert link(tmp_path, PARLEY_EDITOR_ROOT="C:\\Users\\jo\\desk") == "vscode://file/C:/Users/jo/desk/a%20b.yaml:7:3"
    assert neighbours({}) == frozenset()


def test_what_is_no_file_of_the_site_has_no_link(tmp_path):
    made = editor_links(None, tmp_path, {})
    assert made is not None
    assert made(Spot("briefs")) == ""


@pytest.mark.parametrize(
    "given", ["emacs", "x://{line}", "x://{file}{what}", "x://{file", "javascript://{file}", "{file}"]
)
def test_a_wrong_editor_is_refused_with_the_right_ones(tmp_path, given):
    with pytest.raises(WrongUse, match=r"vscode|must have"):
        editor_links(given, tmp_path, {})
