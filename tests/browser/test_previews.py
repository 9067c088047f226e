"""Cards beside links to actors and terms: there for pointer and keyboard, gone on leaving, in nobody's way."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = pytest.mark.browser
BRIEF = "/briefs/thirty-day-ceasefire/"
AWAY = (5, 5)
BOXES = """link => {
    const box = (it) => it.getBoundingClientRect();
    const card = box(document.querySelector(".card")), at = box(link);
    const apart = card.bottom <= at.top || card.top >= at.bottom || card.right <= at.left || card.left >= at.right;
    const { clientWidth, clientHeight } = document.documentElement;
    return [apart, card.left >= 0 && card.right <= clientWidth && card.top >= 0 && card.bottom <= clientHeight];
}"""


def actor(page: Page, name: str = "Russia") -> Locator:
    return page.locator("#proposal-ceasefire a").filter(has_text=name).first


def card(page: Page) -> Locator:
    return page.locator(".card")


def pages_asked(page: Page) -> list[str]:
    """The pages that are asked for from now on."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if request.url.endswith("/") else None)
    return asked


@pytest.fixture
def brief(scripted: Page) -> Page:
    scripted.goto(BRIEF)
    return scripted


def test_a_card_tells_who_an_actor_is_and_where_it_stands(brief: Page) -> None:
    actor(brief).hover()
    brief.wait_for_timeout(150)
    expect(card(brief)).to_be_hidden()
    expect(card(brief)).to_be_visible()
    expect(card(brief).locator("bdi").first).to_have_text("Russia")
    for told in ("State", "Proposed", "Answered", "Said no", "Next"):
        expect(card(brief)).to_contain_text(told)
    assert actor(brief).evaluate(BOXES) == [True, True]


def test_links_in_a_card_lead_where_they_lead_on_the_actors_page(brief: Page, address: str) -> None:
    actor(brief).hover()
    expect(card(brief)).to_be_visible()
    hrefs = card(brief).locator("a").evaluate_all("links => links.map(link => link.href)")
    assert f"{address}/actors/russia/#made" in hrefs
    assert f"{address}/actors/russia/#rejections-made" in hrefs
    assert all(href.startswith(f"{address}/") for href in hrefs)
    assert card(brief).locator("[id], [style], script").count() == 0
    card(brief).get_by_role("link", name="proposals").first.click()
    brief.wait_for_url("**/actors/russia/#*")


def test_a_page_is_fetched_once_for_all_its_links(brief: Page) -> None:
    asked = pages_asked(brief)
    for _ in range(2):
        actor(brief).hover()
        expect(card(brief)).to_be_visible()
        brief.mouse.move(*AWAY)
        expect(card(brief)).to_be_hidden()
    assert len(asked) == 1


def test_a_term_is_explained_from_the_same_page(brief: Page) -> None:
    asked = pages_asked(brief)
    term = brief.locator("a.term").first
    term.hover()
    expect(card(brief)).to_be_visible()
    entry = brief.locator(f"[id='{(term.get_attribute('href') or '')[1:]}'] + dd")
    expect(card(brief)).to_contain_text(entry.inner_text())
    assert term.evaluate(BOXES) == [True, True]
    assert asked == []


def test_the_pointer_may_move_into_the_card_and_leaving_closes_it(brief: Page) -> None:
    actor(brief).hover()
    expect(card(brief)).to_be_visible()
    card(brief).hover()
    brief.wait_for_timeout(700)
    expect(card(brief)).to_be_visible()
    brief.mouse.move(*AWAY)
    expect(card(brief)).to_be_hidden()


def test_passing_over_a_link_opens_nothing(brief: Page) -> None:
    asked = pages_asked(brief)
    actor(brief).hover()
    brief.mouse.move(*AWAY)
    brief.wait_for_timeout(700)
    expect(card(brief)).to_be_hidden()
    assert asked == []


def test_escape_closes_the_card_without_moving_pointer_or_focus(brief: Page) -> None:
    actor(brief).hover()
    expect(card(brief)).to_be_visible()
    brief.keyboard.press("Escape")
    expect(card(brief)).to_be_hidden()
    brief.wait_for_timeout(500)
    expect(card(brief)).to_be_hidden()


def by_keyboard(page: Page, link: Locator) -> None:
    """Comes to ``link`` by Tab, as a reader would."""
    link.evaluate("""link => {
        const all = [...document.querySelectorAll("a[href], button:not([hidden])")];
        all[all.indexOf(link) - 1].focus({ preventScroll: true });
    }""")
    page.keyboard.press("Tab")
    expect(link).to_be_focused()


def test_keyboard_focus_opens_the_card_tab_leads_into_it_and_escape_back_to_the_link(brief: Page) -> None:
    link = actor(brief)
    by_keyboard(brief, link)
    expect(card(brief)).to_be_visible()
    assert link.evaluate(BOXES) == [True, True]
    brief.keyboard.press("Tab")
    expect(card(brief).locator("a").first).to_be_focused()
    brief.wait_for_timeout(500)
    expect(card(brief)).to_be_visible()
    brief.keyboard.press("Escape")
    expect(card(brief)).to_be_hidden()
    expect(link).to_be_focused()
    brief.wait_for_timeout(500)
    expect(card(brief)).to_be_hidden()


def test_the_card_stays_while_the_link_has_the_focus_wherever_the_pointer_goes(brief: Page) -> None:
    by_keyboard(brief, actor(brief))
    expect(card(brief)).to_be_visible()
    brief.mouse.move(600, 700)
    brief.mouse.move(*AWAY)
    brief.wait_for_timeout(700)
    expect(card(brief)).to_be_visible()
    brief.keyboard.press("Shift+Tab")
    expect(card(brief)).to_be_hidden()


@pytest.mark.parametrize(("width", "height"), [(320, 256), (360, 740), (1280, 720)])
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_a_card_never_covers_its_link_and_stays_within_the_window(
    brief: Page, width: int, height: int, direction: str
) -> None:
    brief.set_viewport_size({"width": width, "height": height})
    brief.evaluate(f"document.documentElement.dir = '{direction}'")
    links = brief.locator("main a[href*='actors/']")
    for at in range(0, links.count(), 23):
        link = links.nth(at)
        if not link.is_visible():
            continue
        link.evaluate("link => link.scrollIntoView({ block: 'nearest', behavior: 'instant' })")
        by_keyboard(brief, link)
        expect(card(brief)).to_be_visible()
        assert link.evaluate(BOXES) == [True, True], link.inner_text()
        brief.keyboard.press("Escape")


def test_nothing_on_the_page_moves_when_a_card_opens(brief: Page) -> None:
    size = "[document.documentElement.scrollWidth, document.documentElement.scrollHeight, scrollY]"
    brief.evaluate("new PerformanceObserver(list => window.shifts = list.getEntries()).observe({type: 'layout-shift'})")
    link = actor(brief)
    link.scroll_into_view_if_needed()
    before = brief.evaluate(size)
    link.hover()
    expect(card(brief)).to_be_visible()
    assert brief.evaluate(size) == before
    assert brief.evaluate("window.shifts ?? []") == []


def test_the_page_of_an_actor_has_no_card_of_itself_and_positions_none(scripted: Page) -> None:
    scripted.goto("/actors/russia/")
    asked = pages_asked(scripted)
    scripted.locator(".stand a[href^='#']").first.hover()
    scripted.wait_for_timeout(600)
    scripted.get_by_role("navigation", name="Site").get_by_role("link", name="Actors").hover()
    scripted.wait_for_timeout(600)
    expect(card(scripted)).to_be_hidden()
    assert asked == []


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(base_url=address, viewport={"width": 360, "height": 740}, has_touch=True)
    yield context.new_page()
    context.close()


def test_a_tap_follows_the_link_and_opens_no_card(phone: Page) -> None:
    phone.goto(BRIEF)
    phone.locator("a.term").first.tap()
    phone.wait_for_timeout(700)
    expect(card(phone)).to_be_hidden()
    actor(phone).tap()
    phone.wait_for_url("**/actors/russia/")


def test_a_page_that_can_not_be_fetched_makes_no_card_and_is_asked_for_again(browser: Browser, address: str) -> None:
    page = browser.new_context(base_url=address).new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(BRIEF)
    page.route("**/actors/**", lambda route: route.abort())
    actor(page).hover()
    page.wait_for_timeout(700)
    expect(card(page)).to_be_hidden()
    page.unroute_all()
    page.mouse.move(*AWAY)
    page.wait_for_timeout(50)
    actor(page).hover()
    expect(card(page)).to_be_visible()
    assert faults == []
    page.context.close()


def test_nothing_of_a_fetched_page_runs(browser: Browser, address: str) -> None:
    evil = """<p data-card>Bad <img src="x" onerror="document.title = 'run'">
        <a href="javascript:document.title = 'run'">on</a><script>document.title = 'run'</script></p>"""
    page = browser.new_context(base_url=address).new_page()
    page.goto(BRIEF)
    page.route("**/actors/russia/", lambda route: route.fulfill(content_type="text/html", body=evil))
    actor(page).hover()
    expect(card(page)).to_contain_text("Bad")
    card(page).locator("a").click()
    page.wait_for_timeout(200)
    assert page.title().startswith("The 30-day ceasefire")
    page.context.close()


def test_without_script_a_term_is_a_link_to_its_entry(page: Page) -> None:
    page.goto(BRIEF)
    term = page.locator("a.term").first
    target = (term.get_attribute("href") or "")[1:]
    term.click()
    expect(page.locator(f"[id='{target}']")).to_be_in_viewport()
    assert page.locator(".card").count() == 0
