"""The lines that are proposed: each makes its problem go away, brings no new one, and loses nothing that was typed."""

import random
import re
import time
from pathlib import Path

import pytest

from parley.model.problem import Mend, Problem
from parley.read.content import content
from tests.read import town
from tests.read.corpus import containers, encodings, ids, layout, values, yaml_features
from tests.read.full_brief import TWO
from tests.read.planting import KINDS, Kind, planted, planted_in_prose
from tests.read.test_planted import SOUND
from tests.read.town import BRIEF, ROOT, spoilt, with_key, written
from tests.reliability.figures import Chapter, Figures

FAMILIES = (layout, yaml_features, values, containers, ids, encodings)
TITLE = "title: The bridge\n"
WHAT = BRIEF[BRIEF.index("what: |") : BRIEF.index("who:")]
WHO = "who:\n  council: Decides.\n  traders: Ask."
STEPS = BRIEF[BRIEF.index("next_steps:") : BRIEF.index("sources:")]
SOURCES = BRIEF[BRIEF.index("sources:") :]
KEYS = "    title: The engineer reports\n    date: 2025-07-01\n"
# The sorts of faults of which one line alone can be right, by what was planted.
TELLABLE = {
    "a misspelt key", "a date in words", "a misspelt id", "a list for text", "a map for text", "a wrong address",
    "a tag", "an anchor", "an alias", "a cut", "a tab", "one space less", "one space more", "no colon", "no space",
    "an open quote", "an open bracket", "a second colon", "a special sign", "an early end of quotes", "a hidden mark",
    "a mention",
}  # fmt: skip


def applied(text: str | bytes, mend: Mend) -> str:
    """``text`` with the lines of ``mend`` in the place of those that it is for."""
    data = text if isinstance(text, bytes) else text.encode()
    lines = data.removeprefix(b"\xef\xbb\xbf").decode().replace("\r\n", "\n").replace("\r", "\n").split("\n")
    lines[mend.first - 1 : mend.last] = mend.text.split("\n")
    return "\n".join(lines)


def said(problem: Problem) -> tuple[str, str, str]:
    return problem.place.file, problem.code, problem.found


def words(text: str) -> list[str]:
    """What is said in ``text``, without the signs that only YAML needs."""
    return sorted(re.findall(r"\w+", text))


def mend_of(folder: Path, text: str) -> Mend:
    (problem,) = town.read(folder, {"briefs/town.yaml": text}).problems
    return problem.mend


def test_of_the_corpus_every_mend_is_right(tmp_path, figures: Figures):
    wrong, mended, total = [], 0, 0
    for case in (case for family in FAMILIES for case in family.CASES if case.code):
        for problem in town.read(tmp_path, {"briefs/town.yaml": case.text}).problems:
            total += 1
            if problem.mend:
                mended += 1
                after = town.read(tmp_path, {"briefs/town.yaml": applied(case.text, problem.mend)}).problems
                wrong += [f"{case.name}: {problem.mend} brings {said(it)}" for it in after]
    told = f"of {total:,} problems"
    figures.tell(Chapter.BAD_INPUT, "lines proposed for the corpus that mend it", mended, len(wrong), told)
    assert not wrong, "\n".join(wrong)
    assert mended > 150


def outcomes(root: Path, file: str, kind: Kind | None, times: int) -> list[tuple[str, int, int]]:
    """For each of some planted faults: its sort, how many mends were proposed, and how many of them are right."""
    path, found = root / file, []
    sound = path.read_text(encoding="utf-8")
    chance = random.Random(f"mends {file}{kind.name if kind else ''}")
    for _ in range(times):
        spoilt_ = planted(sound, kind, chance, set()) if kind else planted_in_prose(sound, chance)
        if spoilt_ is None:
            break
        path.write_text(spoilt_[0], encoding="utf-8")
        before = content(root).problems
        mends = [problem for problem in before if problem.mend]
        right = 0
        for problem in mends:
            path.write_text(applied(spoilt_[0], problem.mend), encoding="utf-8")
            after = content(root).problems
            right += {said(it) for it in after} < {said(it) for it in before}
        found.append((kind.name if kind else "a mention", len(mends), right))
    path.write_text(sound, encoding="utf-8")
    return found


def test_of_planted_faults_nearly_all_that_can_be_told_have_a_mend_and_every_mend_is_right(tmp_path, figures: Figures):
    (tmp_path / "real/briefs").mkdir(parents=True)
    for path in (path for path in (ROOT / "briefs").glob("*.yaml") if path.name.count(".") == 1):  # no translations
        (tmp_path / "real/briefs" / path.name).write_bytes(path.read_bytes())
    found = []
    for kind in (*KINDS, None):
        for file in ("briefs/istanbul-talks.yaml", "briefs/thirty-day-ceasefire.yaml"):
            found += outcomes(tmp_path / "real", file, kind, figures.many(2, 20))
        everything = written(tmp_path / "two", TWO)
        found += outcomes(everything, "briefs/everything.yaml", kind, figures.many(5, 50))
    mends, right = sum(it[1] for it in found), sum(it[2] for it in found)
    tellable = [bool(count) for sort, count, _ in found if sort in TELLABLE]
    share, of_all = sum(tellable) / len(tellable), sum(bool(it[1]) for it in found) / len(found)
    told = f"for {of_all:.1%} of {len(found):,} faults, and {share:.1%} of those where one line alone can be right"
    figures.tell(Chapter.BAD_INPUT, "lines proposed for planted faults that mend them", mends, mends - right, told)
    assert len(found) > 200
    assert share >= 0.95
    assert right == mends


def test_of_faults_of_every_sort_in_one_file_all_are_told_in_one_run_and_mended_one_by_one(tmp_path, figures: Figures):
    planted_, told, left, wrong = 0, 0, 0, 0
    for number in range(figures.many(12, 120)):
        chance = random.Random(f"together {number}")
        text, lines = SOUND.replace("{n}", str(number)), []
        for kind in chance.sample(KINDS, len(KINDS)):
            spared = {at for line in lines for at in (line - 3, line - 2, line - 1, line, line + 1)}
            spoilt_ = planted(text, kind, chance, spared) if len(lines) < 6 else None
            if spoilt_:
                grown = spoilt_[0].count("\n") - text.count("\n")
                text, line = spoilt_
                lines = [old + grown if old >= line else old for old in lines] + [line]
        files = {"briefs/town.yaml": None, "briefs/story.yaml": text}
        problems = town.read(tmp_path, files).problems
        assert all(map(town.well_formed, problems))
        places = {max(it.place.line, 1) for it in problems}
        planted_ += len(lines)
        told += sum(bool(places & {line - 1, line, line + 1}) for line in lines)
        wrong += sum(min(abs(place - line) for line in lines) > 1 for place in places)
        while mended := [it for it in problems if it.mend]:
            text = applied(text, mended[-1].mend)
            after = town.read(tmp_path, {"briefs/town.yaml": None, "briefs/story.yaml": text}).problems
            assert {said(it) for it in after} != {said(it) for it in problems}, mended[-1]
            problems = after
        left += len(problems)
    note = f"{wrong} told where there is none, {left} left once all mends are taken"
    figures.tell(
        Chapter.BAD_INPUT, "faults of every sort, six in a file, told in one run", planted_, planted_ - told, note
    )
    assert told >= 0.95 * planted_
    assert wrong <= 0.03 * planted_


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        (spoilt(TITLE, "title: The bridge: open  # or not\n"), 'title: "The bridge: open"  # or not'),
        (spoilt(TITLE, "title: 'Putin's talks'\n"), 'title: "Putin\'s talks"'),
        (spoilt(TITLE, 'title: "He said "no" to it"\n'), "title: 'He said \"no\" to it'"),
        (spoilt(TITLE, 'title: "The" bridge\n'), "title: '\"The\" bridge'"),
        (spoilt(TITLE, 'title: "The bridge  # of Alder\n'), 'title: "The bridge"  # of Alder'),
        (spoilt(TITLE, 'title: "C:\\bridge"\n'), "title: 'C:\\bridge'"),
        (spoilt(TITLE, "title: “The bridge: open”\n"), 'title: "The bridge: open"'),
        (spoilt(TITLE, "title: Their #1 demand  # now\n"), 'title: "Their #1 demand"  # now'),
        (spoilt(TITLE, f"title: {'a' * 900}: b\n"), f'title: "{"a" * 900}: b"'),
        (spoilt(TITLE, "title：The bridge\n"), "title: The bridge"),
        (spoilt(TITLE, "title: !now or never\n"), 'title: "!now or never"'),
        (spoilt(TITLE, "title: [Updated]\n"), 'title: "[Updated]"'),
        (spoilt("by: traders", "by:traders"), "    by: traders"),
        (spoilt("by: traders", "by traders"), "    by: traders"),
        (spoilt("    by: traders", "\tby: traders"), "    by: traders"),
        (spoilt("    by: reed", "   by: reed"), "    by: reed"),
        (spoilt("by: reed", "by: “reed”"), "    by: reed"),
        (spoilt("by: reed", "by: [[reed]]"), "    by: reed"),
        (spoilt("by: reed", "by: reed, council  # both"), "    by: [reed, council]  # both"),
        (spoilt("date: 2025-05-11", "date: 11 May 2025"), "    date: 2025-05-11"),
        (spoilt("date: 2025-05-11", "date: 13/05/2025"), "    date: 2025-05-13"),
        (spoilt("about: bridge", "outcome: done"), "    outcome: {result: done}"),
        (with_key("draft: no"), "draft: false"),
        (with_key("lang: en_GB"), "lang: en-GB"),
        (with_key("actors:\n  x: {name: X, country: Iran, kind: state}"), "  x: {name: X, country: IR, kind: state}"),
        (with_key("actors:\n  x: {name: X, wikidata: q2, kind: state}"), "  x: {name: X, wikidata: Q2, kind: state}"),
        (with_key("actors:\n  Harbour_Board: {name: X, kind: state}"), "  harbour-board: {name: X, kind: state}"),
        (spoilt("url: https://", "url: "), "    url: https://example.org/minutes"),
        (
            spoilt(WHO, "who: [council, traders]"),
            "who:\n  council:\n  traders:",
        ),
        (
            spoilt("council: Decides.\n  traders: Ask.", "- council: Decides.\n  # Both.\n  - traders: Ask."),
            "    council: Decides.\n  # Both.\n    traders: Ask.",
        ),
        (spoilt("  - of: bridge", "    of: bridge"), "  - of: bridge"),
        (spoilt(WHAT, "what: They met: all came.\n\n  They sat.\n"), "what: |\n  They met: all came."),
        (spoilt(WHAT, "what:\n  They met: all came.\n  They sat.\n"), "what: |"),
        (spoilt(WHAT, "what: |\nThey met: all came.\nThey sat.\n"), "  They met: all came.\n  They sat."),
        (spoilt("title: Minutes", "title: Minutes\n    title: Minutes"), "    title: Minutes"),
        (with_key("unknown:\n  - Why: nobody knows  # yet"), '  - "Why: nobody knows"  # yet'),
        (with_key("unknown:\n  - Why:"), '  - "Why:"'),
        (with_key("unknown: {Why: nobody knows}  # yet"), 'unknown: "{Why: nobody knows}"  # yet'),
        (
            spoilt(STEPS, f"next_steps:\n  - id: report  # first\n{KEYS}  - id: survey\n{KEYS}"),
            f"  report:  # first\n{KEYS}  survey:\n{KEYS[:-1]}",
        ),
        (spoilt(SOURCES, "sources:\n  - id: minutes\n    title: Minutes\n"), "  minutes:\n    title: Minutes"),
        (with_key("background: |\nIt opened.\nIt stands.").rstrip(), "  It opened.\n  It stands."),
        (spoilt("by: traders", "by: [traders,, reed]"), "    by: [traders, reed]"),
        (spoilt("date: 2025-05-11", "date: [[2025-05-11]]  # so"), "    date: 2025-05-11  # so"),
        (
            spoilt("    by: traders\n    to: council\n", "\tby: traders\n\tto: council\n"),
            "    by: traders\n    to: council",
        ),
        (spoilt(BRIEF[BRIEF.index("    title: Minutes") :], "\ttitle: Minutes\n"), "    title: Minutes"),
    ],
)  # fmt: skip
def test_the_right_lines_are_shown(text, mended, tmp_path):
    problems = [it for it in town.read(tmp_path, {"briefs/town.yaml": text}).problems if it.severity == "error"]
    assert problems[0].mend.text == mended
    after = town.read(tmp_path, {"briefs/town.yaml": applied(text, problems[0].mend)}).problems
    assert {said(it) for it in after} < {said(it) for it in problems}


@pytest.mark.parametrize(
    "text",
    [
        spoilt("date: 2025-05-11", "date: 05/10/2025"),
        spoilt("date: 2025-05-11", "date: yesterday"),
        spoilt("title: Minutes", "title: Minutes\n    title: Papers"),
        spoilt("by: reed", "by: nobody"),
        with_key("topics: [\n  a,\n  b"),
        spoilt("by: traders", "by:"),
        with_key(f"actors:\n  {'x' * 101}: {{name: X, kind: state}}"),
        with_key("unknown:\n  - Why: nobody knows\n    how: so"),
        with_key("unknown:\n  - Why:\n      nobody knows"),
        with_key("unknown:\n  - Why: [a]"),
        spoilt(TITLE, "title: [The,\n  bridge]\n"),
        spoilt(TITLE, "title:\n  - The bridge\n"),
        spoilt(STEPS, f"next_steps:\n  - id: report\n{KEYS}  - id: report\n{KEYS}"),
        spoilt(STEPS, f"next_steps:\n  - id: report\n{KEYS}  - a survey\n"),
        spoilt(STEPS, f"next_steps:\n  - what: report\n{KEYS}"),
        spoilt(STEPS, "next_steps:\n  - id: report\n"),
        spoilt(STEPS, f"next_steps:\n  - id:\n      report\n{KEYS}"),
        spoilt(WHO, "who: [council,\n  traders]"),
        spoilt(WHO, "who: [council, council]"),
        spoilt(WHO, "who: [council, [traders]]"),
    ],
)
def test_where_two_things_may_be_meant_or_none_no_line_is_shown(text, tmp_path):
    assert mend_of(tmp_path, text) == Mend()


def test_a_date_that_may_be_two_says_so(tmp_path):
    (message,) = town.told(tmp_path, {"briefs/town.yaml": spoilt("2025-05-11", "05/10/2025")})
    assert "it can mean 2025-10-05 or 2025-05-10, and nothing here tells which" in message


def test_of_two_ids_that_are_equally_near_both_are_told(tmp_path):
    actors = f"{town.ACTORS}hill-a:\n  name: Hill A\n  kind: group\nhill-b:\n  name: Hill B\n  kind: group\n"
    files = {"briefs/actors.yaml": actors, "briefs/town.yaml": spoilt("by: reed", "by: hill-c")}
    (problem,) = town.read(tmp_path, files).problems
    assert problem.expected == 'did you mean "hill-a" or "hill-b"?'
    assert not problem.mend


def test_a_mend_loses_no_word_and_no_remark(tmp_path):
    for case in (case for family in (layout, yaml_features) for case in family.CASES if case.code):
        for problem in town.read(tmp_path, {"briefs/town.yaml": case.text}).problems:
            if problem.mend and isinstance(case.text, str) and problem.code != "duplicate-key":
                lost = set(words(case.text)) - set(words(applied(case.text, problem.mend)))
                assert not lost, (case.name, problem.mend)


def test_after_an_emptied_brief_nobody_is_told_of_what_it_may_have_had(tmp_path):
    files = {"briefs/other.yaml": "", "briefs/town.yaml": spoilt("about: bridge", "about: other/plan")}
    assert town.codes(town.read(tmp_path, files).problems) == ["empty-file"]


def test_faults_above_one_that_nobody_can_mend_are_told_and_none_is_made_up(tmp_path):
    text = spoilt("by: reed", "by: reid", with_key("topics: [\n  a,\n  b\naliases: x"))
    assert town.codes(town.read(tmp_path, {"briefs/town.yaml": text}).problems) == ["unknown-actor", "open-bracket"]


def test_of_one_line_too_far_in_no_more_is_told_than_that(tmp_path):
    second = "    why: It is not safe.\n  - of: bridge\n    by: council\n    date: 2025-05-12\n"
    text = spoilt("  - of: bridge\n", "       - of: bridge\n", spoilt("    why: It is not safe.\n", second))
    (message,) = town.told(tmp_path, {"briefs/town.yaml": text})
    assert message.startswith('briefs/town.yaml:20:5: error: "by: reed", which does not fit the lines above it')


def test_a_file_full_of_faults_is_told_about_in_a_second(tmp_path):
    text = "".join(f"{BRIEF.replace('by: traders', 'by:traders').replace('Minutes', 'Min: utes')}" for _ in range(30))
    began = time.process_time()
    problems = town.read(tmp_path, {"briefs/town.yaml": text}).problems
    taken = time.process_time() - began
    assert len(problems) > 40
    assert taken < 2
