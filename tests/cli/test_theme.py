"""``theme`` lists, copies and compares, and never writes over what is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from parley.cli import main
from tests.sites import FILES, ROOT, written


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return written(tmp_path, FILES)


def test_a_file_is_copied_under_a_line_that_names_its_original(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["theme", "eject", "pages/brief.html", "--root", str(site)]) == 0
    head, _, body = (site / "theme/templates/pages/brief.html").read_text().partition("\n")
    assert head.startswith("{# copied from the built-in templates/pages/brief.html, original ")
    assert body == (ROOT / "theme/templates/pages/brief.html").read_text()
    assert "theme/templates/pages/brief.html" in capsys.readouterr().out


def test_what_is_there_is_not_written_over(site: Path) -> None:
    written(site, {"theme/css/tokens.css": "mine"})
    assert main(["theme", "eject", "tokens.css", "css/base.css", "--root", str(site)]) == 2
    assert (site / "theme/css/tokens.css").read_text() == "mine"
    assert not (site / "theme/css/base.css").exists()


def test_a_wrong_name_is_told_with_the_nearest(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["theme", "eject", "templates/pages/breif.html", "--root", str(site)]) == 2
    assert 'did you mean "templates/pages/brief.html"?' in capsys.readouterr().err


def test_a_font_is_not_copied(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["theme", "eject", "fonts/text.ttf", "--root", str(site)]) == 2
    assert not (site / "theme").exists()
    assert "no text" in capsys.readouterr().err


def test_the_list_tells_which_files_are_the_sites_own(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mark = "/* copied from the built-in css/print.css, original 0123456789abcdef */\n"
    written(site, {"theme/css/base.css": "a{}", "theme/css/print.css": mark})
    assert main(["theme", "list", "--root", str(site)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert {"css/base.css  your own", "css/print.css  your own, of an older original", "css/tokens.css"} <= {*lines}


def test_the_difference_is_shown_with_the_line_that_ends_the_warning(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = "/* copied from the built-in css/print.css, original 0123456789abcdef */"
    written(site, {"theme/css/print.css": f"{old}\n{(ROOT / 'theme/css/print.css').read_text()}a {{ color: red }}\n"})
    assert main(["theme", "diff", "css/print.css", "--root", str(site)]) == 0
    told = capsys.readouterr()
    changed = [line for line in told.out.splitlines() if line[:1] in "+-" and line[:3] not in ("+++", "---")]
    assert changed == ["+a { color: red }"]
    new = told.err.strip().splitlines()[-1]
    path = site / "theme/css/print.css"
    path.write_text(path.read_text().replace(old, new))
    main(["theme", "list", "--root", str(site)])
    assert "css/print.css  your own\n" in capsys.readouterr().out


@pytest.mark.parametrize("wish", [["eject"], ["diff"], ["diff", "css/base.css"], ["list", "css/base.css"]])
def test_what_is_asked_for_wrongly_is_refused(site: Path, wish: list[str]) -> None:
    assert main(["theme", *wish, "--root", str(site)]) == 2
