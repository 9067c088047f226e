"""Site generators that are tried in the same way: Parley, and those peers that are installed.

Each is given the same stories in its own form, a folder of its own, and the command that its guide tells a writer to
use. ``PEERS`` names the folder in which the peers are (``.ci/peers`` prints it); without it Parley is tried alone.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from tests.sites import ROOT

DAY = {"SOURCE_DATE_EPOCH": "1759276800", "NO_MKDOCS_2_WARNING": "1"}  # 1 October 2025
PEERS = os.environ.get("PEERS", "")


class Story(NamedTuple):
    """One page, whatever tool makes it."""

    title: str
    text: str
    topic: str = "Town"
    draft: bool = False


Stories = Mapping[str, Story]


class Tool(NamedTuple):
    """``write`` puts stories, a name for the site and a look into a folder; nothing that is there stays. ``build``
    builds there into ``output``; ``serve`` shows it at the port that stands for {}."""

    name: str
    write: Callable[[Path, Stories, str, str], None]
    build: tuple[str, ...]
    serve: tuple[str, ...]
    output: str
    source: str  # of a story, by its slug for {}
    page: str

    def built(self, root: Path) -> None:
        """Build the site of ``root``. Raises ``subprocess.CalledProcessError``."""
        subprocess.run(self.build, cwd=root, env=settled(), check=True, capture_output=True, text=True)

    def begun(self, root: Path) -> subprocess.Popen[bytes]:
        """The build of ``root``, begun, in a group of its own."""
        quiet = subprocess.DEVNULL
        return subprocess.Popen(self.build, cwd=root, env=settled(), stdout=quiet, stderr=quiet, start_new_session=True)

    def tree(self, root: Path) -> dict[str, bytes]:
        """What was published, by path. Site maps tell the day of the build in some tools, and are left out."""
        folder = root / self.output
        files = (path for path in folder.rglob("*") if path.is_file())
        return {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in files
            if path.name != ".parley" and not path.name.startswith("sitemap.xml")
        }


def settled() -> dict[str, str]:
    """The environment of every tool."""
    return {**os.environ, **DAY}


def killed(process: subprocess.Popen[bytes]) -> None:
    """Kill ``process`` and all that it began, as a machine that loses its power would."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _emptied(root: Path, *names: str) -> None:
    """Take the sources away, and nothing that the tool keeps for its next build."""
    for name in names:
        shutil.rmtree(root / name, ignore_errors=True)
        (root / name).mkdir(parents=True)


def for_parley(root: Path, stories: Stories, name: str, look: str) -> None:
    _emptied(root, "briefs", "theme/css")
    (root / "site.yaml").write_text(f"name: {name}\naddress: https://desk.example/\n")
    (root / "briefs/actors.yaml").write_text("council: {name: Town Council, kind: organisation}\n")
    (root / "theme/css/site.css").write_text(f"h1 {{ line-height: {look} }}\n")
    for slug, story in stories.items():
        (root / f"briefs/{slug}.yaml").write_text(
            f"title: {story.title}\npublished: 2025-05-01\ndraft: {str(story.draft).lower()}\n"
            f"topics: [{story.topic}]\nwhat: {story.text}\nwho: {{council: Decides.}}\n"
        )


def for_hugo(root: Path, stories: Stories, name: str, look: str) -> None:
    _emptied(root, "content", "layouts")
    (root / "hugo.toml").write_text(f'title = "{name}"\nbaseURL = "https://desk.example/"\n')
    page = (
        f"<!doctype html><title>{{{{ .Title }}}} - {{{{ site.Title }}}}</title><style>h1{{line-height:{look}}}</style>"
    )
    items = "{{ range .Pages }}<li><a href='{{ .RelPermalink }}'>{{ .Title }}</a></li>{{ end }}</html>"
    (root / "layouts/page.html").write_text(page + "<h1>{{ .Title }}</h1>{{ .Content }}</html>")
    for kind in ("home", "section", "taxonomy", "term"):
        (root / f"layouts/{kind}.html").write_text(page + items)
    (root / "content/briefs").mkdir()
    for slug, story in stories.items():
        (root / f"content/briefs/{slug}.md").write_text(
            f"---\ntitle: {story.title}\ndate: 2025-05-01\ndraft: {str(story.draft).lower()}\n"
            f"tags: [{story.topic}]\n---\n{story.text}\n"
        )


def for_mkdocs(root: Path, stories: Stories, name: str, look: str) -> None:
    _emptied(root, "docs")
    (root / "docs/drafts").mkdir()
    (root / "mkdocs.yml").write_text(
        f"site_name: {name}\nsite_url: https://desk.example/\ndraft_docs: drafts/\nplugins: []\nextra_css: [look.css]\n"
    )
    (root / "docs/look.css").write_text(f"h1 {{ line-height: {look} }}\n")
    (root / "docs/index.md").write_text(f"# {name}\n")
    for slug, story in stories.items():
        folder = "drafts/" if story.draft else ""
        (root / f"docs/{folder}{slug}.md").write_text(f"# {story.title}\n\n{story.topic}\n\n{story.text}\n")


PARLEY = Tool(
    "Parley",
    for_parley,
    (sys.executable, str(ROOT / "build.py"), "build", "--root", "."),
    (sys.executable, str(ROOT / "build.py"), "serve", "--root", ".", "--port", "{}"),
    "output",
    "briefs/{}.yaml",
    "briefs/{}/",
)


def tools() -> list[Tool]:
    """Parley, and the peers that are there."""
    if not PEERS:
        return [PARLEY]
    hugo, mkdocs = f"{PEERS}/hugo", (f"{PEERS}/python/bin/python", "-m", "mkdocs")
    return [
        PARLEY,
        Tool(
            "Hugo",
            for_hugo,
            (hugo, "--quiet"),
            (hugo, "server", "--quiet", "--port", "{}"),
            "public",
            "content/briefs/{}.md",
            "briefs/{}/",
        ),
        Tool(
            "MkDocs",
            for_mkdocs,
            (*mkdocs, "build", "--quiet", "--dirty"),
            (*mkdocs, "serve", "--quiet", "--dev-addr", "127.0.0.1:{}"),
            "site",
            "docs/{}.md",
            "{}/",
        ),
    ]
