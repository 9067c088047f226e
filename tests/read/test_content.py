"""A whole folder in one run: what all files say together, and what one fault must not take with it."""

from parley.read.content import content, one_by_one
from parley.read.packed import packed, reading_key, unpacked
from tests.read.test_references import CITY
from tests.read.town import ACTORS, BRIEF, codes, read, spoilt, told, with_key, written

INLINE = "actors:\n  mayor: {name: The Mayor, kind: person}"


def test_a_sound_site_has_no_problems(tmp_path):
    found = read(tmp_path, {"briefs/city.yaml": CITY, "site.yaml": "name: X\n"})
    assert found.problems == ()
    assert [brief.slug for brief in found.briefs] == ["city", "town"]
    assert [actor.id for actor in found.actors] == ["council", "traders", "reed"]
    assert found.settings.name == "X"


def test_the_problems_of_all_files_are_told_in_the_order_of_files_and_lines(tmp_path):
    files = {
        "site.yaml": "nam: X\n",
        "briefs/actors.yaml": ACTORS.replace("kind: group", "kind: club"),
        "briefs/town.yaml": spoilt("by: reed", "by: reid").replace("date: 2025-07-01", "date: July"),
        "briefs/broken.yaml": "title: [\n",
        "briefs/Old.yaml": BRIEF,
    }
    assert [message.split(" ")[0] for message in told(tmp_path, files)] == [
        "briefs/Old.yaml:1:1:",
        "briefs/actors.yaml:7:9:",
        "briefs/broken.yaml:1:8:",
        "briefs/town.yaml:20:9:",
        "briefs/town.yaml:26:11:",
        "site.yaml:1:1:",
    ]


def test_a_brief_with_errors_and_those_that_lean_on_it_are_left_out(tmp_path):
    other = CITY.replace("town/", "city/").replace("brief:town", "brief:city").replace("city/report", "vote")
    files = {
        "briefs/city.yaml": CITY,
        "briefs/on-city.yaml": "title: T\npublished: 2025\nwhat: See [[brief:city]].\nwho: {reed: R}\n",
        "briefs/alone.yaml": other.replace("city/bridge", "tunnel")
        .replace("city]]", "alone]]")
        .replace("city|", "alone|"),
        "briefs/town.yaml": spoilt("date: 2025-05-10", "date: May"),
    }
    found = read(tmp_path, files)
    assert codes(found.problems) == ["bad-date"]
    assert [brief.slug for brief in found.briefs] == ["alone"]


def test_a_brief_that_cannot_be_read_takes_no_mention_of_it_with_it(tmp_path):
    files = {"briefs/city.yaml": CITY, "briefs/town.yaml": f"{BRIEF}topics: [a\n"}
    assert codes(read(tmp_path, files).problems) == ["open-bracket"]


def test_actors_that_cannot_be_read_to_the_end_are_not_missed(tmp_path):
    assert codes(read(tmp_path, {"briefs/actors.yaml": f"{ACTORS}  role: [a\n"}).problems) == ["open-bracket"]


def test_a_typo_is_told_even_while_the_actors_cannot_be_read(tmp_path):
    files = {"briefs/actors.yaml": f"{ACTORS}  role: [a\n", "briefs/town.yaml": spoilt("by: reed", "by: nobody")}
    assert codes(read(tmp_path, files).problems) == ["open-bracket", "unknown-actor"]


def test_the_same_actor_in_two_files_is_told_with_both_places(tmp_path):
    files = {
        "briefs/city.yaml": CITY + INLINE,
        "briefs/town.yaml": with_key(INLINE.replace("mayor:", "reed:")),
        "briefs/third.yaml": f"title: T\npublished: 2025\nwhat: W\nwho: {{reed: R}}\n{INLINE}",
    }
    assert told(tmp_path, files) == [
        'briefs/third.yaml:6:3: error: actor "mayor" a second time (first in briefs/city.yaml:14); '
        "if it is the same, keep one, in briefs/actors.yaml; if another, give it an id of its own",
        'briefs/town.yaml:34:3: error: actor "reed" a second time (first in briefs/actors.yaml:8); '
        "if it is the same, keep one, in briefs/actors.yaml; if another, give it an id of its own",
    ]


def test_an_actor_of_one_brief_may_be_mentioned_in_another(tmp_path):
    files = {"briefs/city.yaml": CITY.replace("by: council", "by: mayor"), "briefs/town.yaml": with_key(INLINE)}
    assert read(tmp_path, files).problems == ()


def test_an_address_is_that_of_one_brief_alone(tmp_path):
    files = {"briefs/city.yaml": f"{CITY}aliases: [old, town]\n", "briefs/town.yaml": with_key("aliases: [old]")}
    assert told(tmp_path, files) == [
        f"briefs/{place}: error: alias {found}; remove it from one of the two"
        for place, found in [
            ("city.yaml:13:16", '"town", which is taken by briefs/town.yaml'),
            ("town.yaml:33:11", '"old", which is taken by briefs/city.yaml'),
        ]
    ]


def test_a_draft_is_left_out_and_its_problems_are_warnings(tmp_path):
    draft = spoilt("title: The bridge", "title: The bridge\ndraft: true").replace("by: reed", "by: reid")
    found = read(tmp_path, {"briefs/town.yaml": draft})
    assert found.briefs == ()
    assert [str(problem).rpartition(" [")[0] for problem in found.problems] == [
        'briefs/town.yaml:21:9: warning: unknown actor "reid"; did you mean "reed"?'
    ]
    awake = read(tmp_path, {"briefs/town.yaml": draft}, drafts=True)
    assert [problem.severity for problem in awake.problems] == ["error"]


def test_a_sound_draft_is_kept_only_where_drafts_are_asked_for(tmp_path):
    files = {"briefs/town.yaml": spoilt("title:", "draft: true\ntitle:")}
    assert read(tmp_path, files).briefs == ()
    assert [brief.slug for brief in read(tmp_path, files, drafts=True).briefs] == ["town"]


def test_drafts_may_lead_to_one_another(tmp_path):
    files = {"briefs/city.yaml": f"draft: true\n{CITY}", "briefs/town.yaml": f"draft: true\n{BRIEF}"}
    assert read(tmp_path, files).problems == ()


def test_a_draft_is_not_blamed_for_a_brief_that_cannot_be_read(tmp_path):
    files = {"briefs/city.yaml": f"draft: true\n{CITY}", "briefs/town.yaml": f"{BRIEF}topics: [a\n"}
    assert codes(read(tmp_path, files).problems) == ["open-bracket"]


def test_a_brief_whose_draft_cannot_be_told_is_no_draft(tmp_path):
    found = read(tmp_path, {"briefs/town.yaml": f"{BRIEF}topics: [\n  a\ndraft: true\n"})
    assert [problem.severity for problem in found.problems] == ["error"]
    found = read(tmp_path, {"briefs/town.yaml": f"draft: true\n{BRIEF}topics: [\n  a\n"})
    assert [problem.severity for problem in found.problems] == ["warning"]


def test_the_zone_of_the_settings_is_that_of_times_without_one(tmp_path):
    files = {
        "site.yaml": "time_zone: Europe/Kyiv\n",
        "briefs/town.yaml": spoilt("date: 2025-05-11", "date: 2025-05-11T01:30"),
    }
    assert read(tmp_path, files).briefs[0].rejections[0].date.utc_minute == -90


def test_the_places_of_shared_actors_are_kept(tmp_path):
    assert read(tmp_path, {}).places["actors.reed.speaks_for"] == (11, 15)


def test_an_alias_of_an_actor_or_a_proposal_is_no_other_s_id_or_alias(tmp_path):
    brief = spoilt("    title: Keep the bridge open\n", "    title: Keep the bridge open\n    aliases: [bridge]\n")
    actors = spoilt("  kind: group\n", "  kind: group\n  aliases: [reed, old]\n", ACTORS).replace(
        "  kind: person\n", "  kind: person\n  aliases: old\n"
    )
    messages = told(tmp_path, {"briefs/town.yaml": brief, "briefs/actors.yaml": actors})
    assert [message.partition("error: ")[2].partition(";")[0] for message in messages] == [
        'alias "reed", which is taken by "reed"',
        'alias "old", which is taken by "traders"',
        'alias "bridge", which is taken by "bridge"',
    ]


def test_files_that_are_as_they_were_give_the_very_same_briefs(tmp_path):
    known = {}

    def reads_of(sources, zone):
        for source in sources:
            known.setdefault(reading_key(source, zone), None)
        fresh = [source for source in sources if known[reading_key(source, zone)] is None]
        known.update(zip((reading_key(it, zone) for it in fresh), one_by_one(fresh, zone), strict=True))
        return [known[reading_key(source, zone)] for source in sources]

    root = written(tmp_path, {"briefs/city.yaml": CITY})
    first = {brief.slug: brief for brief in content(root, reads_of=reads_of).briefs}
    written(tmp_path, {"briefs/city.yaml": CITY.replace("A tunnel", "A long tunnel")})
    second = {brief.slug: brief for brief in content(root, reads_of=reads_of).briefs}
    assert second["town"] is first["town"]
    assert second["city"].proposals["tunnel"].title == "A long tunnel"


def test_outcomes_that_were_bytes_tell_the_same(tmp_path):
    def remembered(sources, zone):
        return [unpacked(packed(read, zone)) for read in one_by_one(sources, zone)]

    files = {
        "briefs/city.yaml": CITY.replace("of: town/bridge", "of: town/brige"),
        "briefs/town.yaml": spoilt("    by: reed", "\tby: reid"),
        "briefs/lost.yaml": f"{BRIEF}topics: [a\n",
        "briefs/draft.yaml": f"draft: true\n{BRIEF}".replace("reed", "reid"),
        "briefs/todo.yaml": f"draft: true\n{BRIEF}background: TODO\n",
        "briefs/actors.yaml": ACTORS.replace("speaks_for: council", "speaks_for: counsil"),
    }
    root = written(tmp_path, files)
    for drafts in (False, True):
        found = content(root, drafts=drafts, reads_of=remembered)
        assert found == content(root, drafts=drafts)
        assert any(problem.mend for problem in found.problems if problem.code == "unknown-proposal")
        assert any(problem.mend for problem in found.problems if problem.code == "unknown-actor")
