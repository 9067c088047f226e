"""What a form changes is changed in the file, and nothing else: comments, order and layout stay as they were typed."""

from __future__ import annotations

import difflib
import json
import random
from pathlib import Path
from typing import Any

import pytest
import yaml

from parley.read.content import content
from parley.write.catalogue import layout
from tests.forms.conftest import Patched
from tests.sites import ROOT, STORY, run, written

OWN = sorted(path for path in (ROOT / "briefs").glob("*.yaml") if path.name.count(".") == 1)  # no translations
BRIEF = """\
# yaml-language-server: $schema=../.schema/brief.json
# About the bridge.
title: The bridge   # the short one
published: 2025-05-01
what: |
  The council met.

  It has not decided.
who:
  council: Decides.   # in the end
  traders: Ask.

proposals:
  # The first on the table.
  keep-open:
    title: Keep the bridge open
    by: traders
    to: council
    date: 2025-05-02   # as the minutes have it
    terms:
      - It stays open.   # all day
      - Nobody pays.

  # The second.
  close:
    title: Close it
    by: [council, traders]
    date: 2025-05

rejections:
  # A no.
  - of: keep-open
    by: council
    date: 2025-05-10
  - {of: close, by: traders, date: 2025-05-11}
"""


def changes(before: str, after: str) -> list[str]:
    """The lines that went and came."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    return [line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")]


def comments(text: str) -> set[str]:
    """The lines that are comments."""
    return {line.strip() for line in text.splitlines() if line.strip().startswith("#")}


def one(patched: Patched, code: str, text: str = BRIEF) -> list[str]:
    (found,) = patched([{"text": text, "code": code}])
    return changes(text, found["text"])


def test_a_form_that_is_not_changed_leaves_every_byte(patched: Patched) -> None:
    texts = [*(path.read_text("utf-8") for path in OWN if path.name != "actors.yaml"), STORY, BRIEF]
    texts += [BRIEF.replace("\n", "\r\n"), BRIEF.rstrip("\n"), "\ufeff" + BRIEF, "", "# only this\n"]
    found = patched([{"text": text, "code": ""} for text in texts])
    assert [answer["text"] for answer in found] == texts
    actors = (ROOT / "briefs/actors.yaml").read_text("utf-8")
    (answer,) = patched([{"text": actors, "actors": True}])
    assert answer["text"] == actors
    assert len(answer["form"]["actors"]) > 20


def test_the_form_has_every_scalar_as_the_text_that_was_typed(patched: Patched) -> None:
    odd = BRIEF.replace("title: The bridge ", "title: 1.10 ").replace("council: Decides.", "no: 12:30")
    (found,) = patched([{"text": odd}])
    form = found["form"]
    assert (form["title"], form["published"], form["who"][0]) == ("1.10", "2025-05-01", {"id": "no", "text": "12:30"})
    assert form["proposals"][1] == {"id": "close", "title": "Close it", "by": ["council", "traders"], "date": "2025-05"}
    assert form["proposals"][0]["by"] == ["traders"]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("form.title = 'A: b # c'", ["-title: The bridge   # the short one", '+title: "A: b # c"   # the short one']),
        ("form.published = '2025-05-03T09:00'", ["-published: 2025-05-01", "+published: 2025-05-03T09:00"]),
        ("form.what = form.what.replace('met', 'came')", ["-  The council met.", "+  The council came."]),
        ("form.summary = 'Open or not.'", ["+summary: Open or not."]),
        ("form.who[0].text = 'Says: no'",
         ["-  council: Decides.   # in the end", '+  council: "Says: no"   # in the end']),
        ("form.who.push({id: 'reed', text: 'Speaks.'})", ["+  reed: Speaks."]),
        ("form.who.shift()", ["-  council: Decides.   # in the end"]),
        ("form.proposals[0].terms[0] = 'It is open.'",
         ["-      - It stays open.   # all day", "+      - It is open.   # all day"]),
        ("form.proposals[0].terms.push('Yes, really')", ["+      - Yes, really"]),
        ("form.proposals[0].by = ['traders', 'reed']", ["-    by: traders", "+    by: [traders, reed]"]),
        ("form.proposals[1].by = ['reed']", ["-    by: [council, traders]", "+    by: reed"]),
        ("form.proposals[0].answer_by = '2025-06'", ["+    answer_by: 2025-06"]),
        ("form.proposals[0].id = 'stay-open'", ["-  keep-open:", "+  stay-open:"]),
        ("form.proposals[0].to = []", ["-    to: council"]),
        ("form.rejections[1].why = 'No, not now.'",
         ["-  - {of: close, by: traders, date: 2025-05-11}",
          '+  - {of: close, by: traders, date: 2025-05-11, why: "No, not now."}']),
        ("form.rejections[1].by = ['reed']",
         ["-  - {of: close, by: traders, date: 2025-05-11}", "+  - {of: close, by: reed, date: 2025-05-11}"]),
        ("form.rejections[0].of = 'close'", ["-  - of: keep-open", "+  - of: close"]),
        ("form.rejections.push({of: 'close', by: ['reed'], date: '2025-06-01', why: 'Late.'})",
         ["+  - of: close", "+    by: reed", "+    date: 2025-06-01", "+    why: Late."]),
        ("form.draft = true", ["+draft: true"]),
        ("form.topics = ['Town planning', 'Roads']", ["+topics: [Town planning, Roads]"]),
        ("form.unknown = ['What it costs, in the end, and who is to pay for it.']",
         ["+", "+unknown:", "+  - What it costs, in the end, and who is to pay for it."]),
        ("form.next_steps = [{id: 'vote', title: 'The vote', date: '2025-07', outcome: [{result: 'done'}]}]",
         ["+", "+next_steps:", "+  vote:", "+    title: The vote", "+    date: 2025-07", "+    outcome:",
          "+      result: done"]),
    ],
)  # fmt: skip
def test_only_what_was_changed_is_changed(patched: Patched, code: str, expected: list[str]) -> None:
    foreign = BRIEF.replace("\n", "\r\n")
    found, other = patched([{"text": BRIEF, "code": code}, {"text": foreign, "code": code}])
    assert changes(BRIEF, found["text"]) == expected
    assert other["text"] == found["text"].replace("\n", "\r\n")


def test_what_is_moved_keeps_its_comments(patched: Patched) -> None:
    (found,) = patched([{"text": BRIEF, "code": "form.proposals.reverse(); form.rejections.reverse()"}])
    text = found["text"]
    assert (
        text.index("# The second.") < text.index("  close:") < text.index("  keep-open:") < text.index("# as the min")
    )
    assert sorted(line for line in text.splitlines() if line) == sorted(line for line in BRIEF.splitlines() if line)


def test_a_new_file_is_typed_in_the_order_of_the_format(patched: Patched, tmp_path: Path) -> None:
    code = """Object.assign(form, {who: [{id: 'council', text: ''}], what: 'A.\\n\\nB.', published: '2025-05-01',
        title: '- odd', summary: '%s', draft: true, glossary: [{id: 'a term: odd', text: 'So.'}]})""" % ("word " * 30)
    (found,) = patched([{"text": "# yaml-language-server: $schema=../.schema/brief.json\n\n", "code": code}])
    assert found["text"] == (
        '# yaml-language-server: $schema=../.schema/brief.json\n\ntitle: "- odd"\npublished: 2025-05-01\nsummary: >-\n'
        f"  {'word ' * 18}word\n  {'word ' * 10}word\n\nwhat: |\n  A.\n\n  B.\n\nwho:\n  council:\n\ndraft: true\n\n"
        'glossary:\n  "a term: odd": So.\n'
    )
    assert run("fmt", "--check", cwd=written(tmp_path, {"briefs/odd.yaml": found["text"]})).returncode == 0


def test_what_fits_no_form_stays(patched: Patched) -> None:
    odd = BRIEF + "colour: red\nevents: none\nupdates:\n  - text\n"
    assert one(patched, "form.title = 'B'", odd) == [
        "-title: The bridge   # the short one",
        "+title: B   # the short one",
    ]


def test_a_file_that_can_t_be_read_is_refused_with_its_line(patched: Patched) -> None:
    found = patched([{"text": "title: a\ntitle: b\n"}, {"text": "- a\n"}, {"text": "a: [\n"}])
    assert all("line " in answer["fault"] for answer in found)
    assert "line 2" in found[0]["fault"]


@pytest.mark.parametrize(
    ("code", "id_"),
    [("form.proposals[1].id = ' keep-open '", "keep-open"), ("form.who.push({id: 'traders', text: ''})", "traders")],
)
def test_two_entries_of_one_id_are_refused_by_name(patched: Patched, code: str, id_: str) -> None:
    (found,) = patched([{"text": BRIEF, "code": code}])
    assert found == {"fault": f'Two entries of one list have the id "{id_}". Give one of them another id.'}


def test_random_edits_of_real_briefs_say_what_the_form_says(patched: Patched, tmp_path: Path) -> None:
    """Each brief is edited in many ways; the file then gives the very form that was saved, to Parley's reader too."""
    chance = random.Random(20250511)
    briefs = [path for path in OWN if path.name != "actors.yaml"]
    texts = [*(path.read_text("utf-8") for path in briefs), STORY]  # the last one has all in brackets
    asked = [{"text": text, "code": _edit(chance)} for text in texts for _ in range(12)]
    found = patched(asked)
    faults = [(query["code"], answer) for query, answer in zip(asked, found, strict=True) if "text" not in answer]
    assert not faults
    again = patched([{"text": answer["text"], "code": ""} for answer in found])
    for query, answer, after in zip(asked, found, again, strict=True):
        assert after["said"] == answer["said"], query["code"]
        assert comments(query["text"]) <= comments(answer["text"]), query["code"]
    for query, answer in zip(asked, found, strict=True):  # and so does another reader
        assert values(yaml.load(answer["text"], yaml.BaseLoader)) == values(answer["said"]), query["code"]
    files = {f"briefs/b{at}.yaml": answer["text"] for at, answer in enumerate(found[::7])}
    unread = {entry.code for entry in layout.ENTRIES}
    told = [problem for problem in content(written(tmp_path, files)).problems if problem.code in unread]
    assert not told, told[:3]


def values(tree: Any) -> list[str]:
    """Every value in ``tree``, in order of the alphabet; ids are none, since files have them as keys."""
    if isinstance(tree, dict):
        inner = [it for key, those in tree.items() if key != "id" for it in values(those)]
    elif isinstance(tree, list):
        inner = [it for those in tree for it in values(those)]
    else:
        inner = [str(tree).strip().replace("True", "true")] if str(tree).strip() else []
    return sorted(inner)


TEXTS = [
    *("x", "a: b # c", "- no", "yes", "[a", "two\nlines", 'it\'s "so"', "long " * 40, "  space ", "{x}", "é – ü"),
    *("a:b", "#1", "a  b " * 30, "\ttab", "end:", "'", '"', "a\\b", "? x", "@a", "%a", "~", "a\n\n  b\n", "\x07"),
]
LISTS = ["proposals", "rejections", "next_steps", "sources", "events", "who", "unknown", "acceptances"]
ITEM = ["title", "why", "what", "note", "text", "date", "where"]
BRIEF_KEYS = ["title", "summary", "what", "background", "why_it_matters"]


def _edit(chance: random.Random) -> str:
    """Something that a writer does to a form; ``pick`` gives an item of a list, or an empty one."""
    text, name, at = json.dumps(chance.choice(TEXTS)), chance.choice(LISTS), chance.randrange(6)
    return chance.choice(
        [
            f"form.{chance.choice(BRIEF_KEYS)} = {text}",
            f"form.{name}?.splice({at} % form.{name}.length, 1)",
            f"form.{name}?.reverse()",
            f'pick("{name}", {at}).{chance.choice(ITEM)} = {text}',
            f'delete pick("{name}", {at}).source',
            f'const it = pick("{name}", {at}); if (it.by) it.by = ["a", "b-c"]',
            f'const it = pick("{name}", {at}); if (it.id) it.id = "new-{at}"',
            f'form.{name}?.splice({at}, 0, {{...pick("{name}", 0), id: "n-{at}", title: {text}}})',
            f"form.unknown = (form.unknown ?? []).concat({text})",
            f"delete form.{name}",
            f'form.glossary = [{{id: "{chance.choice(["a", "a b", "x: y", "#"])}", text: {text}}}]',
        ]
    )
