"""The schema and the build, side by side: what the build takes, the schema takes, and what a schema can refuse of what
the build refuses, it refuses. A validator by the book is the judge, not an editor.
"""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path

from parley.model.names import Named, Names
from parley.model.problem import errors
from parley.read.content import content
from parley.write.json_schema import schemas
from parley.write.starter import starter_brief, starter_site
from tests.editors.conftest import Verdicts
from tests.editors.generated import SHARED, brief
from tests.read import town
from tests.read.full_brief import FULL
from tests.read.planting import KINDS, planted
from tests.read.test_corpus import FAMILIES
from tests.sites import ROOT, STORY

GENERATED = 200
OWN = [path for path in sorted((ROOT / "briefs").glob("*-*.yaml")) if path.name.count(".") == 1]  # no translations
CORPUS = [
    case
    for family in FAMILIES
    for case in family.CASES
    if isinstance(case.text, str) and case.code != "too-much"  # Node dies of such depth
]
# The kinds of faults that a schema can tell: of keys, of containers and of the form of a value.
SAYABLE = {
    *("unknown-key", "missing-key", "empty", "not-text", "not-a-map", "not-a-list", "torn-item", "too-long"),
    *("bad-choice", "bad-date", "bad-address", "bad-country", "bad-language", "bad-wikidata", "bad-id"),
}
UNSAYABLE = {
    "a title of nothing that shows": "a pattern shall not list every sign that does not show",
    "a title of fillers": "the same",
    "an empty title": "YAML sees null, as in `title: ~`, which is a text",
    "a dash with nothing behind it": "the same, in a list of texts",
    "True for true": "YAML takes both for the same",
    "the date +2025": "YAML takes it for the number 2025",
    "the date 2025-05-10/2025-05-08": "a pattern can't compare",
    "the address https://example.org:99999/": "a pattern can't count",
    "a condition of 2,001 letters": "a row of space counts as one",
    "the address https://[::1": "urlsplit knows more of addresses than a pattern shall",
}
PLANTED = {
    *("a misspelt key", "an unknown key", "a date in words", "a day that does not exist", "a wrong choice"),
    *("a list for text", "a map for text", "a wrong address"),
}


def schema_of(root: Path, name: str = "brief.json") -> bytes:
    return schemas(content(root).names)[name]


def test_every_brief_that_builds_is_taken(tmp_path: Path, verdicts: Verdicts) -> None:
    """Actors of the briefs themselves are unknown to this schema, as those are that were typed a moment ago."""
    site = town.written(tmp_path, {"briefs/actors.yaml": SHARED, "briefs/town.yaml": None})
    schema = schema_of(site)
    texts = [brief(random.Random(number)) for number in range(GENERATED)]
    for text in texts:
        told = errors(town.read(tmp_path, {"briefs/actors.yaml": SHARED, "briefs/town.yaml": text}).problems)
        # Two things of one address are no matter of a schema.
        assert not [str(problem) for problem in told if problem.code != "same-address"], text
    assert [text for text, faults in zip(texts, verdicts(schema, texts), strict=True) if faults] == []


def test_what_is_right_in_the_corpus_is_taken_and_what_a_schema_can_refuse_is_refused(
    tmp_path: Path, verdicts: Verdicts
) -> None:
    found = verdicts(schema_of(town.written(tmp_path, {})), [case.text for case in CORPUS])
    judged = list(zip(CORPUS, found, strict=True))
    assert {case.name: faults for case, faults in judged if faults and not case.code} == {}
    missed = {case.name for case, faults in judged if case.code in SAYABLE and not faults}
    assert missed == set(UNSAYABLE)
    assert sum(case.code in SAYABLE for case in CORPUS) > 100


def test_faults_planted_into_the_briefs_are_refused(verdicts: Verdicts) -> None:
    schema = schema_of(ROOT)
    texts = []
    for kind in (kind for kind in KINDS if kind.name in PLANTED):
        for path in OWN:
            sound = path.read_text(encoding="utf-8")
            for number in range(4):
                spoilt = planted(sound, kind, random.Random(f"{path.name}{number}"), set())
                texts += [spoilt[0]] if spoilt else []
    assert len(texts) > 80
    assert [text for text, faults in zip(texts, verdicts(schema, texts), strict=True) if not faults] == []


def test_the_briefs_the_actors_and_the_settings_that_come_with_parley_are_taken(verdicts: Verdicts) -> None:
    made = schemas(content(ROOT).names)
    new = starter_site(dt.date(2025, 5, 10))
    briefs = [path.read_text() for path in OWN]
    own = [FULL, STORY, town.BRIEF, new["briefs/first-brief.yaml"], starter_brief("T", "t", dt.date(2025, 5, 10))]
    actors = [(ROOT / "briefs/actors.yaml").read_text(), town.ACTORS, SHARED, new["briefs/actors.yaml"], ""]
    settings = [(ROOT / "site.yaml").read_text(), new["site.yaml"], "", "policies:\nautolink: false\ntime_zone: UTC\n"]
    for name, texts in (("brief.json", briefs + own), ("actors.json", actors), ("site.json", settings)):
        assert [faults for faults in verdicts(made[name], texts) if faults] == []


def test_wrong_actors_and_settings_are_refused(verdicts: Verdicts) -> None:
    made = schemas(Names())
    actors = ("- a", "reed:", "Reed: {name: R, kind: person}", "reed: {name: R}", "reed: {name: R, kind: persn}")
    assert all(verdicts(made["actors.json"], actors))
    settings = ("- a", "nme: x", "address: example.org", "address: https://example.org/?a", "policies: [x]", "text")
    assert all(
        verdicts(made["site.json"], (*settings, "time_zone: Kyiv time", "autolink: yes", "policies: {abuot: x}"))
    )


def test_the_schema_of_a_site_without_names_and_of_one_with_odd_ones_is_sound(verdicts: Verdicts) -> None:
    odd = Named('"A" `name` </script> \\ 😀 \u2028', "")
    named = Names(
        {"true": odd, "null": odd, "a": Named("")}, {"b/p": odd, "c/p": odd, "b/q": Named("")}, {}, {"b/s": odd}
    )
    for names in (Names(), named):
        for schema in schemas(names).values():
            assert verdicts(schema, [""]) is not None
    answer = "title: T\npublished: 2025\nwhat: W\nwho: {a: }\nrejections: [{of: %s, by: %s, date: 2025}]\n"
    typed = [answer % ("p", "true"), answer % ("b/q", "[null, a]"), answer % ("new-one", "nobody-yet")]
    assert verdicts(schemas(named)["brief.json"], typed) == [[], [], []]
    assert all(verdicts(schemas(Names())["brief.json"], typed[:2]))
