"""What is typed, and what becomes of it: one example for each habit of typing."""

from __future__ import annotations

import time

import pytest

from parley.cli.proof import changed
from parley.model.brief import Brief
from parley.model.schema import shape
from parley.write.layout.arranged import Meant, arranged

FIELDS = shape(Brief).fields


def put(text: str, meant: Meant = Brief) -> str:
    """``text`` in order, which must say the same and be in order then."""
    after = arranged(text, meant)
    assert changed(text.encode(), after.encode(), meant) == ""
    assert arranged(after, meant) == after
    return after


def test_keys_stand_in_the_order_of_the_format_at_every_depth_and_items_and_ids_stay() -> None:
    text = """\
sources:
  z: {url: "https://z.example/", title: Z}
  a: {title: A}
rejections:
  - {by: b, of: y, date: 2025-05-02}
  - {by: a, of: x, date: 2025-05-01}
title: T
"""
    assert (
        put(text)
        == """\
title: T

rejections:
  - of: y
    by: b
    date: 2025-05-02
  - of: x
    by: a
    date: 2025-05-01

sources:
  z:
    title: Z
    url: "https://z.example/"
  a:
    title: A
"""
    )


def test_a_key_that_the_format_does_not_know_stays_behind_the_one_it_was_typed_behind() -> None:
    assert put("what: W\nmine: 1\ntitle: T\n") == "title: T\nwhat: W\nmine: 1\n"


def test_keys_in_quotes_are_known_and_stay_in_quotes() -> None:
    assert put('"what": W\n\'title\': T\n"\\x61uthors": A\n') == '\'title\': T\n"what": W\n"\\x61uthors": A\n'


def test_a_short_list_in_brackets_stays_and_a_long_one_becomes_a_block() -> None:
    assert put("topics: [ a,b ,\n  c ]\n") == "topics: [a, b, c]\n"
    long = [f"topic number {number}" for number in range(9)]
    assert put(f"topics: [{', '.join(long)}]\n") == "topics:\n" + "".join(f"  - {topic}\n" for topic in long)
    fits = f"topics: [{'a' * 44}, {'b' * 44}]\n"
    assert len(fits) == 101  # with the line end
    assert put(fits) == fits
    assert put(fits.replace("bb]", "bbb]")).count("\n") == 3


def test_empty_brackets_stay_with_the_remark_in_them_beside() -> None:
    assert put("topics: [ ]\nactors: {}\n") == "topics: []\nactors: {}\n"
    assert put("topics: [ # none yet\n  ]\n") == "topics: [] # none yet\n"
    assert put("topics: [\n  # none yet\n  ]\n") == "# none yet\ntopics: []\n"


def test_remarks_in_brackets_go_with_what_they_stand_at() -> None:
    text = """\
actors: { # all of them
  # the council
  council: {name: Council, # its name
    kind: group
    # no more is known
    }, # end of the council
  reed: {name: Reed} # end of reed
  # nobody else
  } # end of all
"""
    assert (
        put(text)
        == """\
# all of them
actors: # end of all
  # the council
  council:  # end of the council
    name: Council  # its name
    kind: group
    # no more is known
  reed:  # end of reed
    name: Reed
  # nobody else
"""
    )


def test_a_record_moves_with_the_remarks_above_and_behind_its_keys() -> None:
    text = "# about what\nwhat: W  # behind what\n\n# above\n# about title\ntitle: T # behind title\n"
    assert put(text) == "# above\n# about title\ntitle: T # behind title\n# about what\nwhat: W  # behind what\n"


def test_the_remark_above_the_first_key_of_an_item_stands_above_its_dash() -> None:
    text = "rejections:\n  -\n    # about by\n    by: b\n    # about of\n    of: x\n"
    assert put(text) == "rejections:\n  # about of\n  - of: x\n    # about by\n    by: b\n"


def test_a_remark_at_the_end_of_a_block_belongs_to_the_block_that_it_is_indented_with() -> None:
    text = """\
sources:
  b:
    title: B
    # of b
  # of the sources
# of what comes
title: T
"""
    assert (
        put(text)
        == """\
# of what comes
title: T

sources:
  b:
    title: B
    # of b
  # of the sources
"""
    )


def test_a_list_at_its_keys_own_column_is_indented_with_its_remarks() -> None:
    text = "topics:\n- a\n# about b\n- b\n  # at the end\n# about authors\nauthors:\n- c\n"
    assert put(text) == ("topics:\n  - a\n  # about b\n  - b\n  # at the end\n\n# about authors\nauthors:\n  - c\n")


def test_lists_in_lists_stay() -> None:
    assert put("topics:\n- - a\n  - - b\n    - c\n- d\n") == ("topics:\n  - - a\n    - - b\n      - c\n  - d\n")


def test_what_stands_above_all_stays_there() -> None:
    head = "# yaml-language-server: $schema=x\n# The brief.\n\n"
    assert put(f"{head}what: W\ntitle: T\n") == f"{head}title: T\nwhat: W\n"
    assert put("# yaml-language-server: $schema=x\n# about what\nwhat: W\ntitle: T\n") == (
        "# yaml-language-server: $schema=x\ntitle: T\n# about what\nwhat: W\n"
    )
    assert put("---\nwhat: W\ntitle: T\n...\n# the end\n") == "---\ntitle: T\nwhat: W\n...\n# the end\n"


def test_at_most_one_blank_line_and_none_within_a_text() -> None:
    assert put("title: T\n\n\n\nwhat: W\n\n\n") == "title: T\n\nwhat: W\n"
    assert put("what: |+\n  a\n\n\n  b\n\n\ntitle: T\n") == "title: T\n\nwhat: |+\n  a\n\n\n  b\n\n\n"
    assert put("background: |+\n  a\nwhat: |\n  b\n") == "what: |\n  b\n\nbackground: |+\n  a\n"
    assert put("what: |+\n  a\nbackground: |\n  b\n") == "what: |+\n  a\nbackground: |\n  b\n"


@pytest.mark.parametrize("sign", ["|", "|-", "|+", ">", ">-", ">+"])
def test_a_text_below_a_bar_moves_as_a_whole(sign: str) -> None:
    lines = "            one\n\n              # two\n            three\n"
    text = f"sources:\n    a:\n        title: {sign}  # behind the bar\n{lines}"
    assert put(text) == (
        f"sources:\n  a:\n    title: {sign}  # behind the bar\n      one\n\n        # two\n      three\n"
    )


def test_a_text_that_tells_its_indentation_keeps_it() -> None:
    assert put("sources:\n    a:\n        title: |4\n              deep\n            less\n") == (
        "sources:\n  a:\n    title: |4\n          deep\n        less\n"
    )


def test_quotes_over_several_lines_move_as_a_whole() -> None:
    text = (
        'sources:\n    a:\n        title: "one\\\n          \\ two\n\n            three \\\n          four"  # remark\n'
    )
    assert put(text) == ('sources:\n  a:\n    title: "one\\\n      \\ two\n\n        three \\\n      four"  # remark\n')
    assert put('topics: {a: "one\ntwo"}\n') == 'topics:\n  a: "one\n    two"\n'


def test_scalars_stay_as_typed_with_what_looks_like_spaces() -> None:
    text = "title: a\u2028b\x85c \u00a0 # remark\u00a0\nwhat: no\ntopics: [1.10, '0x1', \"\\u00e9\", ~]\n"
    assert put(text) == text


def test_tabs_behind_values_go_and_those_in_texts_stay() -> None:
    assert put("title: T\t\nwhat: |\n  a\tb\t\n  \tc\nauthors: A\t# remark\n") == (
        "title: T\n\nwhat: |\n  a\tb\t\n  \tc\n\nauthors: A  # remark\n"
    )


def test_a_value_on_the_line_below_stays_there_and_a_bar_comes_up() -> None:
    assert put("title:\n     T\nwhat:\n   |\n     W\n") == "title:\n  T\n\nwhat: |\n  W\n"


def test_a_remark_between_a_key_and_its_value_stands_above() -> None:
    assert put("title: # one\n  # two\n  T\n") == "# one\n# two\ntitle:\n  T\n"


def test_a_remark_without_a_space_never_comes_to_stand_where_it_looks_like_a_text_cut_off() -> None:
    assert put("actors: {a: {name: A, #first\n kind: group}}\n") == (
        "actors:\n  a:\n    #first\n    name: A\n    kind: group\n"
    )


def test_a_map_of_actors_keeps_the_order_of_its_ids() -> None:
    assert put("b: {kind: group, name: B}\na: {name: A}\n", FIELDS["actors"]) == (
        "b:\n  name: B\n  kind: group\na:\n  name: A\n"
    )


def test_without_a_line_end_at_the_end_there_is_none_unless_a_text_needs_it() -> None:
    assert put("what: W\ntitle: T") == "title: T\nwhat: W"
    assert put("what: |\n  W\ntitle: T") == "title: T\n\nwhat: |\n  W\n"
    assert put("title: T\nwhat: |\n  W") == "title: T\n\nwhat: |\n  W"
    assert put("what: |\n  W\n\x85") == "what: |\n  W\n"
    assert put("what: |\n  W\n ") == "what: |\n  W\n"


def test_a_brief_as_long_as_can_be_read_is_arranged_in_time() -> None:
    items = "".join(
        f"  # about {number}\n  - {{by: a, of: b, date: 2025-05-10, why: {'x' * 202}}} # c\n" for number in range(3600)
    )
    text = f"rejections:\n{items}title: T\n"
    assert 900_000 < len(text) < 1 << 20
    began = time.process_time()
    arranged(text, Brief)
    assert time.process_time() - began < 3  # half of it is the measuring of coverage


def test_remarks_keep_their_order_wherever_they_are_indented() -> None:
    sources = "sources:\n  b:\n    title: B\n"
    assert put(f"{sources}  # of the sources\n    # deeper\ntitle: T\n") == (
        f"title: T\n\n{sources}  # of the sources\n  # deeper\n"
    )
    assert put(f"{sources}# about title\n  # deeper\ntitle: T\n") == f"# about title\n# deeper\ntitle: T\n\n{sources}"


def test_a_remark_at_the_end_of_a_short_list_makes_it_a_block() -> None:
    assert put("topics: [a, b\n  # no more\n  ]\n") == "topics:\n  - a\n  - b\n  # no more\n"


def test_the_records_below_a_key_in_quotes_are_put_in_order() -> None:
    assert put("'sources': {a: {url: u, title: A}}\n") == "'sources':\n  a:\n    title: A\n    url: u\n"


def test_a_remark_below_a_key_belongs_to_the_first_key_of_its_record_however_it_is_indented() -> None:
    assert put("sources:\n# about b\n  b:\n    title: B\n") == "sources:\n  # about b\n  b:\n    title: B\n"
    assert put("title: T\nsources:\n     # about b\n  b: {title: B}\n") == (
        "title: T\n\nsources:\n  # about b\n  b:\n    title: B\n"
    )
