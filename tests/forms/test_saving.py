"""The form editor in a real browser: what is saved there stands in the files, and nothing else has moved."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import browser  # noqa: F401 (a fixture)
from tests.forms.saving import Desk, desk
from tests.sites import run, written

pytestmark = pytest.mark.browser
BRIEF = "istanbul-talks.yaml"
REFUSED = re.compile("(?:undefined|Object)$|Error: (?:line|The file) ")  # logged where a form or a file is at fault


@pytest.fixture
def site(forms: Path, tmp_path: Path) -> Iterator[Desk]:
    with desk(tmp_path / "desk", forms) as found:
        yield found


@pytest.fixture
def form(browser: Browser, site: Desk) -> Iterator[Page]:  # noqa: F811
    """The editor, let in. A request to another host, an error and a breach of its policy each fail the test."""
    context = browser.new_context(base_url=site.address, viewport={"width": 1280, "height": 1000})
    context.add_init_script("addEventListener('securitypolicyviolation', (e) => console.error(e.violatedDirective))")
    page = context.new_page()
    page.set_default_timeout(15_000)
    wrong: list[str] = []
    own = (f"{site.address}/admin/", f"{site.server}/api/", "data:", "blob:")
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda request: wrong.append(request.url) if not request.url.startswith(own) else None)
    page.goto("/admin/")
    page.get_by_role("button", name="Login").click()
    yield page
    context.close()
    assert [text for text in wrong if not REFUSED.match(text)] == []


def opened(page: Page, title: str) -> None:
    page.get_by_role("link", name=title).click()
    expect(page.get_by_label("Title").first).to_have_value(title)


def field(page: Page, key: str) -> Locator:
    """The last field of that key that can be seen."""
    return page.locator(f"[id^={key}-field]:visible").last


def kind(page: Page, word: str) -> None:
    field(page, "kind").fill(word)
    page.keyboard.press("Enter")


def publish(page: Page) -> None:
    page.get_by_role("button", name="Publish").click()
    page.get_by_text("Publish now").click()
    expect(page.get_by_text("Changes saved")).to_be_visible()


def changes(before: str, after: str) -> list[str]:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    return [line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")]


def test_a_changed_summary_and_a_new_step_are_all_that_changes(form: Page, site: Desk) -> None:
    before = site.text(BRIEF)
    opened(form, "Direct talks in Istanbul: who offered what")
    form.get_by_label("Summary").first.fill("Both say yes: on terms.")
    form.get_by_role("button", name="Add next step").click()
    for key, text in {
        "id": "second-round",
        "title": "A second round",
        "date": "2025-06-02",
        "who": "russia, ukraine",
    }.items():
        field(form, key).fill(text)
    publish(form)
    after = site.text(BRIEF)
    assert changes(before, after) == [
        "-  Russia's president offered direct talks with Ukraine in Istanbul on 15 May 2025. Ukraine's",
        "-  president asked for a ceasefire first and invited him to meet in person.",
        "+  Both say yes: on terms.",
        "+  second-round:",
        "+    title: A second round",
        "+    date: 2025-06-02",
        "+    who: [russia, ukraine]",
        "+",
    ]
    old, new = (yaml.load(text, yaml.BaseLoader) for text in (before, after))  # every date and id as it is typed
    assert new.pop("summary") == "Both say yes: on terms."
    assert new["next_steps"].pop("second-round") == {
        "title": "A second round", "date": "2025-06-02", "who": ["russia", "ukraine"],
    }  # fmt: skip
    assert new == {key: value for key, value in old.items() if key != "summary"}
    done = run("check", cwd=site.root, SOURCE_DATE_EPOCH="1747051200")
    assert done.returncode == 0, done.stderr


def test_a_new_brief_passes_the_check(form: Page, site: Desk) -> None:
    form.locator("a[href='#/collections/briefs/new']").click()
    field(form, "title").fill("The Mayor's bridge: open?")
    field(form, "published").fill("2025-05-12")
    field(form, "what").fill("The council met.\n\nIt has [[erdogan|not]] decided.")
    form.get_by_role("button", name="Add actor", exact=True).first.click()
    field(form, "id").fill("erdogan")
    field(form, "text").fill("Hosts: he says.")
    publish(form)
    assert site.text("the-mayors-bridge-open.yaml") == (
        "# yaml-language-server: $schema=../.schema/brief.json\n\n"
        'title: "The Mayor\'s bridge: open?"\npublished: 2025-05-12\n\n'
        "what: |\n  The council met.\n\n  It has [[erdogan|not]] decided.\n\n"
        'who:\n  erdogan: "Hosts: he says."\n'
    )
    done = run("check", cwd=site.root, SOURCE_DATE_EPOCH="1747051200")
    assert done.returncode == 0, done.stderr


def test_the_list_has_the_briefs_and_no_other_file(form: Page, site: Desk) -> None:
    written(site.root, {"briefs/istanbul-talks.uk.yaml": "title: A translation\n", "briefs/broken.yaml": "title: [\n"})
    form.reload()
    entries = form.locator("a[href^='#/collections/briefs/entries/']")
    briefs = (site.root / "briefs").glob("*.yaml")
    originals = [path for path in briefs if path.name.count(".") == 1]
    expect(entries).to_have_count(len(originals) - 2)  # one is broken, and one has the actors
    assert not [text for text in entries.all_inner_texts() if "translation" in text.lower()]


def test_a_date_of_another_form_is_refused_where_it_is_typed(form: Page, site: Desk) -> None:
    before = site.text(BRIEF)
    opened(form, "Direct talks in Istanbul: who offered what")
    field(form, "published").fill("11 May 2025")
    form.get_by_role("button", name="Publish").click()
    form.get_by_text("Publish now").click()
    expect(form.get_by_text("write 2025-05-10, 2025-05, 2025").first).to_be_visible()
    assert site.text(BRIEF) == before


def test_shared_actors_are_edited_in_their_file(form: Page, site: Desk) -> None:
    before = site.text("actors.yaml")
    form.locator("a[href='#/collections/shared']").click()
    form.locator("a[href='#/collections/shared/entries/actors']").click()
    form.get_by_role("button", name="Add actor").click()
    field(form, "id").fill("reed")
    field(form, "name").fill("Ann Reed")
    kind(form, "person")
    publish(form)
    assert [line for line in changes(before, site.text("actors.yaml")) if line != "+"] == [
        "+reed:",
        "+  name: Ann Reed",
        "+  kind: person",
    ]


def test_a_file_that_can_t_be_read_is_not_written_over(form: Page, site: Desk) -> None:
    broken = site.text("actors.yaml") + "oops: [\n"
    (site.root / "briefs/actors.yaml").write_text(broken)
    form.locator("a[href='#/collections/shared']").click()
    form.locator("a[href='#/collections/shared/entries/actors']").click()
    expect(form.get_by_text("Mend it in a text editor first")).to_be_visible()
    form.get_by_role("button", name="Expand").first.click()
    form.get_by_role("button", name="Expand").last.click()
    field(form, "id").fill("reed")
    kind(form, "person")
    form.get_by_role("button", name="Publish").click()
    form.get_by_text("Publish now").click()
    expect(form.get_by_role("alert").get_by_text("Mend it in a text editor first")).to_be_visible()
    assert site.text("actors.yaml") == broken
