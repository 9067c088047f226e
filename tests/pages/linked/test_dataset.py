"""The data files are one set of data, each table to be had as JSON and as CSV."""

from parley.pages.desk import Desk
from parley.pages.linked.dataset import dataset_nodes
from tests.pages.linked.story import ADDRESS


def test_each_table_can_be_had_in_both_forms(desk: Desk) -> None:
    (found,) = dataset_nodes(desk, {"briefs": "Briefs"}, "All there is.")
    assert found["distribution"] == [
        {
            "@type": "DataDownload",
            "name": "Briefs",
            "encodingFormat": kind,
            "contentUrl": f"{ADDRESS}data/briefs.{form}",
        }
        for form, kind in (("json", "application/json"), ("csv", "text/csv"))
    ]


def test_it_is_as_new_as_the_newest_brief_and_claims_no_licence(desk: Desk) -> None:
    (found,) = dataset_nodes(desk, {}, "All there is.")
    assert found["dateModified"] == "2025-05-10"
    assert "license" not in found
