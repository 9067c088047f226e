"""What ids stand for is gathered from whatever was read, broken or whole."""

from pathlib import Path

from parley.model.names import Named
from tests.read import town


def test_everything_with_an_id_has_its_name(tmp_path: Path) -> None:
    found = town.read(tmp_path, {}).names
    assert found.actors["reed"] == Named("Ann Reed", "person, speaks for council")
    assert found.actors["traders"] == Named("Alder Traders", "group")
    assert found.proposals == {"town/bridge": Named("Keep the bridge open")}
    assert found.steps == {"town/report": Named("The engineer reports")}
    assert found.sources == {"town/minutes": Named("Minutes", "")}
    assert found.whole


def test_a_fault_takes_no_name_away(tmp_path: Path) -> None:
    broken = town.spoilt("    date: 2025-05-10\n    terms", "    date: soon\n    terms")
    found = town.read(
        tmp_path, {"briefs/town.yaml": broken.replace("title: Keep the bridge open", "titel: Keep")}
    ).names
    assert found.proposals == {"town/bridge": Named("")}
    assert found.whole


def test_drafts_have_names_too(tmp_path: Path) -> None:
    assert "town/bridge" in town.read(tmp_path, {"briefs/town.yaml": town.with_key("draft: true")}).names.proposals


def test_a_file_that_was_not_read_to_its_end_is_known_to_be_missing(tmp_path: Path) -> None:
    found = town.read(tmp_path, {"briefs/second.yaml": "title: [\n"}).names
    assert not found.whole
    assert "town/bridge" in found.proposals
    assert not town.read(tmp_path, {"briefs/second.yaml": None, "briefs/third.yml": "title: X\n"}).names.whole
