"""The real ``serve``: a save is seen, a broken brief leaves the last good page, Ctrl-C ends it."""

import contextlib
import http.client
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.sites import FILES, ROOT, STORY, written


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


class Served:
    """A site being served by the command, and its folder."""

    def __init__(self, root: Path) -> None:
        self.root, self.port = root, free_port()
        command = [sys.executable, str(ROOT / "build.py"), "serve", "--root", str(root), "--port", str(self.port)]
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)

    def page(self, path: str) -> tuple[int, str]:
        with contextlib.closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)) as connection:
            connection.request("GET", path, headers={"Connection": "close"})
            answer = connection.getresponse()
            return answer.status, answer.read().decode()

    def eventually(self, path: str, wanted: Callable[[int, str], bool]) -> None:
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            try:
                if wanted(*self.page(path)):
                    return
            except ConnectionError:
                pass
            time.sleep(0.05)
        pytest.fail(f"{path} never became what was wanted: {self.page(path)[1][:500]}")


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    found = Served(written(tmp_path / "desk", FILES))
    yield found
    found.process.kill()
    found.process.communicate()


def test_a_writer_s_saves_are_seen_and_a_broken_brief_breaks_nothing(served: Served) -> None:
    served.eventually("/briefs/bridge/", lambda status, page: status == 200 and "The bridge" in page)
    written(served.root, {"briefs/bridge.yaml": STORY.replace("title: The bridge", "title: The long bridge")})
    served.eventually("/briefs/bridge/", lambda _, page: "The long bridge" in page)

    written(served.root, {"briefs/bridge.yaml": STORY.replace("by: reed", "by: nobody")})
    written(served.root, {"briefs/second.yaml": STORY.replace("title: The bridge", "title: [")})
    time.sleep(1)
    status, page = served.page("/briefs/bridge/")
    assert (status, "The long bridge" in page) == (200, True)

    mended = STORY.replace("title: The bridge", "title: The short bridge")
    written(served.root, {"briefs/second.yaml": None, "briefs/bridge.yaml": mended})
    served.eventually("/briefs/bridge/", lambda _, page: "The short bridge" in page)
    assert not (served.root / "output").exists()

    written(served.root, {"briefs/bridge.yaml": None})
    served.eventually("/briefs/bridge/", lambda status, _: status == 404)

    served.process.send_signal(signal.SIGINT)
    _, told = served.process.communicate(timeout=5)
    assert served.process.returncode == 0
    assert 'error: unknown actor "nobody"' in told
    assert told.count('unknown actor "nobody"') == 1
    assert "Traceback" not in told


def test_a_theme_that_comes_later_is_seen(served: Served) -> None:
    served.eventually("/", lambda status, _: status == 200)
    slot = '{% extends "!base.html" %}{% block footer_extra %}<p>Printed in Vienna.</p>{% endblock %}'
    written(served.root, {"theme/templates/base.html": slot})
    served.eventually("/", lambda _, page: "Printed in Vienna." in page)


def test_a_preview_is_not_held_up_by_social_cards(served: Served) -> None:
    served.eventually("/briefs/bridge/", lambda status, page: status == 200 and "og:title" in page)
    assert "og:image" not in served.page("/briefs/bridge/")[1]
    assert served.page("/briefs/bridge/card.png")[0] == 404


def test_the_preview_keeps_what_editors_check_by_without_waking_itself(served: Served) -> None:
    schema = served.root / ".schema/brief.json"
    served.eventually("/briefs/bridge/", lambda status, _: status == 200)
    assert '"reed"' in schema.read_text()
    renamed = STORY.replace("The bridge", "The footbridge")
    new = renamed.replace("actors:\n", "actors:\n  smith: {name: Smith, kind: person}\n")
    written(served.root, {"briefs/bridge.yaml": new})
    served.eventually("/briefs/bridge/", lambda _, page: "The footbridge" in page)
    served.eventually("/briefs/bridge/", lambda *_: '"smith"' in schema.read_text())
    time.sleep(1)
    served.process.terminate()
    _, told = served.process.communicate(timeout=10)
    assert len([line for line in told.splitlines() if line.startswith("Built ")]) == 2, told


def test_pages_that_the_settings_name_later_are_watched_from_then_on(served: Served) -> None:
    served.eventually("/", lambda status, _: status == 200)
    pages = {"docs/us/index.md": "# About us\n\n[Money](../money.md)\n", "docs/money.md": "# Money\n\nReaders pay.\n"}
    written(served.root, {**pages, "site.yaml": FILES["site.yaml"] + "pages:\n  about-us: docs/us\n"})
    served.eventually("/about-us/money/", lambda status, page: status == 200 and "Readers pay." in page)
    time.sleep(1)
    written(served.root, {"docs/money.md": "# Money\n\nNobody pays.\n"})
    served.eventually("/about-us/money/", lambda _, page: "Nobody pays." in page)


def test_a_page_of_the_site_s_own_is_watched_wherever_it_lies(tmp_path: Path) -> None:
    pages = {"docs/us/index.md": "# About us\n\n[Money](../money.md)\n", "docs/money.md": "# Money\n\nReaders pay.\n"}
    settings = FILES["site.yaml"] + "pages:\n  about-us: docs/us\n"
    served = Served(written(tmp_path / "desk", {**FILES, "site.yaml": settings, **pages}))
    try:
        served.eventually("/about-us/money/", lambda status, page: status == 200 and "Readers pay." in page)
        written(served.root, {"docs/money.md": "# Money\n\nNobody pays.\n"})
        served.eventually("/about-us/money/", lambda _, page: "Nobody pays." in page)
    finally:
        served.process.kill()
        served.process.communicate()


def test_a_language_is_shown_from_when_the_settings_name_it_until_they_no_longer_do(tmp_path: Path) -> None:
    words = "translated: 2025-05-10\ntitle: Die Brücke\n"
    served = Served(written(tmp_path / "desk", {**FILES, "site.yaml": "name: N\n", "briefs/bridge.de.yaml": words}))
    try:
        served.eventually("/briefs/bridge/", lambda status, _: status == 200)
        assert served.page("/de/briefs/bridge/")[0] == 404
        written(served.root, {"site.yaml": "name: N\nlanguages: [de]\n"})
        served.eventually("/de/briefs/bridge/", lambda status, page: status == 200 and "Die Brücke" in page)
        assert 'href="../../de/briefs/bridge/"' in served.page("/briefs/bridge/")[1]
        written(served.root, {"briefs/bridge.de.yaml": words.replace("Die Brücke", "Die alte Brücke")})
        served.eventually("/de/briefs/bridge/", lambda _, page: "Die alte Brücke" in page)
        written(served.root, {"site.yaml": "name: N\nlanguages: [de\n"})
        time.sleep(1)
        assert "Die alte Brücke" in served.page("/de/briefs/bridge/")[1], "the settings can't be read now"
        written(served.root, {"site.yaml": "name: N\nlanguages: [fr]\n"})
        served.eventually("/fr/briefs/bridge/", lambda status, page: status == 200 and "The bridge" in page)
        assert served.page("/de/briefs/bridge/")[0] == 404
    finally:
        served.process.terminate()
        _, told = served.process.communicate(timeout=10)
    assert "Traceback" not in told


def test_editions_in_further_languages_are_shown_and_follow_their_files(tmp_path: Path) -> None:
    words = "translated: 2025-05-10\ntitle: Die Brücke\n"
    files = {**FILES, "site.yaml": "name: The Desk\nlanguages: [de]\n", "briefs/bridge.de.yaml": words}
    served = Served(written(tmp_path / "desk", files))
    try:
        served.eventually("/de/briefs/bridge/", lambda status, page: status == 200 and "Die Brücke" in page)
        assert 'href="../../../briefs/bridge/"' in served.page("/de/briefs/bridge/")[1]
        written(served.root, {"briefs/bridge.de.yaml": words.replace("Die Brücke", "Die alte Brücke")})
        served.eventually("/de/briefs/bridge/", lambda _, page: "Die alte Brücke" in page)
        written(served.root, {"briefs/bridge.de.yaml": words + "background: Früher.\n"})
        time.sleep(1)
        assert "Die alte Brücke" in served.page("/de/briefs/bridge/")[1], "the last good page stays"
        assert "Die alte" not in served.page("/briefs/bridge/")[1]
    finally:
        served.process.terminate()
        _, told = served.process.communicate(timeout=10)
    assert told.count('"background", which the original does not have') == 1
