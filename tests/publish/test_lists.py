"""Which files were written and which are gone: by path, as an upload needs them."""

from pathlib import Path

import pytest

from parley.publish.folder import publish


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "site" / "output"


def test_new_files_come_before_changed_ones_and_the_deleted_ones_are_apart(output: Path) -> None:
    sources = [output.parent]
    first = publish({"b.html": b"1", "a/x.html": b"1", "same.html": b"1"}, output, sources)
    assert (first.fresh, first.gone) == (("b.html", "a/x.html", "same.html"), ())
    (output / "z").mkdir()
    (output / "z" / "foreign").write_text("somebody else's")
    second = publish({"b.html": b"2", "new.html": b"1", "same.html": b"1"}, output, sources)
    assert (second.fresh, second.gone) == (("new.html", "b.html"), ("a/x.html", "z/foreign"))
    assert (second.written, second.deleted, second.unchanged) == (2, 2, 1)
    third = publish({"b.html": b"2", "new.html": b"1", "same.html": b"1"}, output, sources)
    assert (third.fresh, third.gone, third.how) == ((), (), "nothing to do")
