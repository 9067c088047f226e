"""What is promised of any bytes: each target takes some, and fails where a promise does not hold.

A target knows the limits of the format: text longer than may stand under a key never reaches what is behind it. What
takes time takes it by length, so ``long_prose`` repeats what it is given up to that limit: so short a search finds the
worst of that length, too.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import lxml.html
import yaml

from parley.cli.proof import changed
from parley.draft.drafted import Wish, drafted
from parley.model.dates import parsed_date
from parley.model.forms import LONGEST
from parley.model.keys import Kind
from parley.model.markdown import blocks, found_in, title_of
from parley.model.mentions import mentions
from parley.model.page import MARK, Link, Page, Prose, Table
from parley.pages.coded import CalendarEvent, CalendarView
from parley.pages.machine_views import FeedEntry, FeedView
from parley.read.brief import actors_read, brief_read, settings_read
from parley.read.files import SourceFile
from parley.read.packed import packed, unpacked
from parley.read.references import dangling, known
from parley.read.text import visible
from parley.read.tree import tree
from parley.render.calendar import calendar_ics
from parley.render.feed import feed_json
from parley.render.pages import page_bytes
from parley.render.prose import TAGS, line_html, markdown_html, prose_html
from parley.render.tables import table_csv
from parley.render.theme import theme
from parley.site.folders import built_in_theme
from parley.words.dates import date_words, day_words, machine_date, on_words
from parley.write.put_in_order import meant_by, put_in_order
from tests.read.town import well_formed
from tests.reliability.fuzz.seeds import DATES, FILES, PROSE, SLOW, TEXTS

Target = Callable[[bytes], None]
ZONE = "Europe/Kyiv"
LINKS = (Link(text="Ann <b>", href="../ann/", kind="actor"), Link(text="1", href="#s", kind="cite"))
SCHEME = re.compile(r"[\x00- ]*([a-z][a-z0-9+.\t\r\n-]*):", re.IGNORECASE)  # as browsers find it (url.spec.whatwg.org)
LAST_DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def _text(data: bytes) -> str:
    """The text that ``data`` holds, without what no file may hold."""
    return visible(data.decode("utf-8", "ignore"))


def reading(data: bytes) -> None:
    """As each of the three sorts of files: reading ends in a result and messages of the promised form."""
    lines = data.count(b"\n") + data.count(b"\r") + 1
    for read in (
        brief_read(SourceFile("briefs/a.yaml", data, "a"), ZONE),
        actors_read(SourceFile("briefs/actors.yaml", data), ZONE),
        settings_read(SourceFile("site.yaml", data)),
    ):
        world = known(read.actors, [read.brief] if read.brief else [], (), ())
        problems = [*read.problems, *dangling(read.file, read.slug, read.references, world)]
        for problem in problems:
            assert well_formed(problem), str(problem)
            assert problem.place.line <= lines, str(problem)
        assert problems or read.whole
        assert unpacked(packed(read, ZONE)) == read


def prose(data: bytes) -> None:
    """Prose becomes HTML of the elements that are allowed, and nothing in it runs."""
    text = _text(data)
    for mention in mentions(text):
        assert 0 <= mention.start < mention.end <= len(text)
    for html in _html(text[: LONGEST[Kind.PROSE]], text[: LONGEST[Kind.LINE]]):
        assert not set(html) & set(MARK), html
        assert "\x02" not in html, html
        root = lxml.html.fragment_fromstring(html, create_parent="main")
        for element in root.iterdescendants():
            assert element.tag in {*TAGS, "bdi", "sup"}, html
            assert set(element.attrib) <= {"href", "title", "start", "class", "dir", "rel"}, html
            scheme = SCHEME.match(element.get("href", ""))
            assert scheme is None or scheme[1].lower() in {"http", "https", "mailto"}, html


def emphasis(data: bytes) -> None:
    """Of prose with nothing in it but letters and signs of emphasis, every letter comes out, in its place."""
    text = "".join(EMPHASIS[byte % len(EMPHASIS)] for byte in data[:200]).strip()
    said = lxml.html.fragment_fromstring(markdown_html(text, (), inline=True), create_parent="p").text_content()
    assert re.findall("[a-z]", said) == re.findall("[a-z]", text), text


EMPHASIS = ["*", "_", "**", "__", "a", "b", "c", " ", ".", "`d`", "\\*"]


def long_prose(data: bytes) -> None:
    """The same of as much prose as may stand under a key: it becomes HTML in time."""
    text = _text(data)
    if text:
        longest = (LONGEST[Kind.PROSE], LONGEST[Kind.LINE])
        whole, line = ((text * (most // len(text)))[:most] for most in longest)
        list(mentions(whole))
        _html(whole, line)


def _html(prose: str, line: str) -> list[str]:
    """The HTML of both; what stands in braces is a link there."""
    marked = [re.sub("{([01])}", rf"{MARK[0]}\1{MARK[1]}", text) for text in (prose, line)]
    return [prose_html(Prose(text=marked[0], links=LINKS)), line_html(Prose(text=marked[1], links=LINKS))]


def page(data: bytes) -> None:
    """A page of the site's own is parted into blocks, and what is found in it stands where it is said to."""
    text = _text(data)
    title_of(text)
    list(blocks(text))
    for found in found_in(text):
        assert 0 <= found.start <= found.end <= len(text)


def drafting(data: bytes) -> None:
    """Of any article comes a skeleton that the reader takes, with nothing but TODO to be told."""
    made = drafted(data.decode("utf-8", "replace"), (), Wish(dt.date(2025, 5, 12))).text.encode()
    read = brief_read(SourceFile("briefs/a.yaml", made, "a"), "UTC")
    assert read.brief, read.problems
    world = known(read.actors, [read.brief], (), ())
    problems = [*read.problems, *dangling(read.file, read.slug, read.references, world)]
    assert {problem.code for problem in problems} <= {"todo"}, problems


def formatting(data: bytes) -> None:
    """A file put in order says what it said, and is in order."""
    path = FORMATTED[data[-1] % 3] if data else FORMATTED[0]
    data = data[:-1]
    now = tree(data, path)
    if now.problems or now.root is None:
        return
    meant = meant_by(path)
    try:
        after = put_in_order(data, meant)
    except (yaml.YAMLError, RecursionError):
        return  # it is left as it is, and the writer is told why
    if changed(data, after, meant):
        return  # the same
    assert put_in_order(after, meant) == after


FORMATTED = ("briefs/a.yaml", "briefs/actors.yaml", "site.yaml")


def dating(data: bytes) -> None:
    """A text is a date, and has words for it; or it is refused with the right form."""
    text = data.decode("utf-8", "ignore")
    try:
        date = parsed_date(text, ZONE)
    except ValueError as error:
        found, _, expected = str(error).partition("; ")
        assert found, text
        assert expected, text
        for meant in re.findall(r"write ([\d/.:T+~-]+)$", expected):
            parsed_date(meant, ZONE)
        return
    assert date.first <= date.last
    assert isinstance(date.order, tuple)
    for words in (date_words(date), on_words(date), day_words(date)):
        assert str(date.start.year) in words
    machine_date(date)
    assert str(date) == text


def feeding(data: bytes) -> None:
    """Whatever stands in a view, feeds can be read and calendars keep to their lines."""
    texts = [part.decode("utf-8", "ignore") for part in (data + b"\xff" * 6).split(b"\xff")][:7]
    texts = [visible(text) for text in texts]
    title, summary, where, url, name, told, more = (*texts, *[""] * (7 - len(texts)))
    when = dt.datetime(2025, 5, 12, tzinfo=dt.UTC)
    event = CalendarEvent(
        uid="u", stamp=when, sequence=1, start=when.date(), end=None, title=title, description=summary, where=where,
        url=url, category=more, status="TENTATIVE",
    )  # fmt: skip
    view = CalendarView(name=name, description=told, url=url, source=url, events=(event, event))
    lines = calendar_ics(view).split(b"\r\n")
    assert not any(b"\n" in line or b"\r" in line or len(line) > 75 for line in lines)
    assert sum(line == b"BEGIN:VEVENT" for line in lines) == 2
    assert sum(line.startswith(b"BEGIN:") for line in lines) == 3
    entry = FeedEntry(id="urn:x", title=title, url=url, date="2025-05-12T00:00:00Z", summary=summary)
    feed = FeedView(
        id="urn:y", title=name, description=told, home=url, self_atom=url, self_json=url, author=where, lang="en",
        updated="2025-05-12T00:00:00Z", entries=(entry,),
    )  # fmt: skip
    assert json.loads(feed_json(feed))["items"][0]["title"] == title
    atom = page_bytes(Page(path="feed.xml", template="feed.xml", view=feed), LOOK)
    assert isinstance(atom, bytes), atom
    root = ElementTree.fromstring(atom)
    assert {element.tag.partition("}")[2] for element in root.iter()} <= ATOM
    rows = table_csv(Table(columns=("a", "b"), rows=((title, (name, told)),)))
    assert rows.endswith(b"\r\n")


ATOM = {"feed", "id", "title", "subtitle", "link", "updated", "author", "name", "entry", "published", "summary"}
LOOK = theme([built_in_theme()])

TARGETS: dict[str, Target] = {
    "reading": reading,
    "prose": prose,
    "emphasis": emphasis,
    "long-prose": long_prose,
    "page": page,
    "drafting": drafting,
    "formatting": formatting,
    "dating": dating,
    "feeding": feeding,
}
SEEDS: dict[str, list[bytes]] = {
    "reading": FILES,
    "prose": PROSE,
    "emphasis": PROSE,
    "long-prose": [*PROSE, *SLOW],
    "page": TEXTS,
    "drafting": TEXTS,
    "formatting": [file + bytes([kind]) for file in FILES for kind in range(3)],
    "dating": DATES,
    "feeding": [b"\xff".join([text] * 6) for text in PROSE[:6]],
}
FOUND = Path(__file__).parent / "found"


def found(target: str) -> list[Path]:
    """The inputs for which ``target`` failed once."""
    return sorted(path for path in (FOUND / target).glob("*") if path.is_file())
