"""llms.txt: the form that its readers rely on, whatever stands in titles and sentences."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st
from markdown import markdown

from parley.pages.coded import LlmsLink, LlmsSection, LlmsView
from parley.render.llms import llms_txt

LINE = re.compile(r"- \[([^\[\]]*)\]\(([^()\s]+)\)(?:: (.+))?")  # what the proposal says of a list


def view(text: str = "Talks", url: str = "https://desk.example/a/") -> LlmsView:
    links = (LlmsLink(name=text, url=url, note=text), LlmsLink(name="Data", url="data/", note=""))
    return LlmsView(name=text, summary=text, notes=(text,), sections=(LlmsSection(title="Briefs", links=links),))


def test_name_summary_notes_and_lists_stand_in_their_order() -> None:
    assert llms_txt(view()).decode() == (
        "# Talks\n\n> Talks\n\n- Talks\n\n## Briefs\n\n- [Talks](https://desk.example/a/): Talks\n- [Data](data/)\n"
    )


@given(st.text(), st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
@example("a](javascript:alert(1)) [b](x)\n\n## Optional\n<script>alert(1)</script>\\", "https://desk.example/(a b)/")
@example("\ud800", "a)")
def test_any_text_keeps_to_its_line_and_any_address_to_its_link(text: str, url: str) -> None:
    lines = llms_txt(view(f"x{text}", url)).decode().split("\n")
    assert [line.partition(" ")[0] for line in lines if line.startswith("#")] == ["#", "##"]
    assert len(lines) == 11
    assert all(LINE.fullmatch(line) for line in lines[8:10])


def test_no_text_becomes_a_link_or_html() -> None:
    hostile = 'a](javascript:alert(1)) [b](javascript:x) <img src=x onerror="alert(1)"> <https://evil.example>'
    html = markdown(llms_txt(view(hostile)).decode())
    assert re.findall(r'href="([^"]*)"', html) == ["https://desk.example/a/", "data/"]
    assert not re.search(r"<(?!/?(?:h1|h2|p|ul|li|a|blockquote)\b)", html)
