"""Dead links are found in the finished bytes."""

from parley.publish.links import dead_links


def told(**pages: str) -> list[str]:
    site = {path.replace("__", "/") + ".html": text.encode() for path, text in pages.items()}
    return [f"{problem.place.file}: {problem.found}" for problem in dead_links(site)]


def test_links_that_lead_somewhere_are_no_problem() -> None:
    pages = {
        "index": '<a href="./a/">A</a> <a href="a/#b">B</a> <a href="#top" id="top">T</a> <a href="//x.example/">X</a>',
        "a__index": '<i id="b"></i><a href="../">up</a> <a href="..">up</a> <a href="./">here</a> <a href="?q">q</a>',
    }
    assert told(**pages) == []


def test_a_page_or_a_place_that_is_not_there_is_told_once_a_page() -> None:
    pages = {"index": '<a href="b/">1</a> <a href="b/">2</a> <a href="a/#gone">3</a>', "a__index": ""}
    assert told(**pages) == [
        'index.html: a link to "b/" (no such page)',
        'index.html: a link to "a/#gone" (no such place on that page)',
    ]


def test_a_file_to_download_must_be_there_and_other_schemes_lead_out_of_the_site() -> None:
    offered = '<a href="webcal://x.example/a.ics">S</a> <a href="a.ics" type="text/calendar" download>D</a>'
    head = '<link rel="alternate" type="text/calendar" title="T" href="a.ics">'
    assert told(index=head + offered) == ['index.html: a link to "a.ics" (no such page)']
    assert dead_links({"index.html": (head + offered).encode(), "a.ics": b""}) == []


def test_escaped_and_quoted_addresses_are_read_as_a_browser_does() -> None:
    pages = {"index": '<a href="%D0%B2/?a=1&amp;b=2#x&amp;y">1</a>', "в__index": '<i id="x&amp;y"></i>'}
    assert told(**pages) == []


def test_the_page_not_found_is_served_anywhere_and_so_not_checked() -> None:
    assert told(**{"404": '<a href="/nowhere/">x</a>'}) == []
