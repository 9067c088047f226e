"""Names where nothing can link."""

from pathlib import Path

from parley.site import Order, worked_out
from parley.words.plainly import Plainly
from tests.sites import FILES, NOW, written


def test_names_are_told_as_text_with_the_article_that_they_take(tmp_path: Path) -> None:
    names = Plainly(worked_out(Order(written(tmp_path, FILES), NOW)).whole)
    assert names.actor("council") == "Alder Town Council"
    assert names.named("council") == ("the Alder Town Council",)
    assert names.named("reed") == ("Ann Reed",)
    assert names.proposal("bridge/keep-open") == names.item("bridge/keep-open") == "Keep the bridge open"
    assert names.item("bridge/report") == "The engineer reports"
