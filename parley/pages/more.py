"""Pages of a list that outgrew the page it belongs to (see ``places``), made while that page is made.

They lie in the same folder, so that links are the same on both. A list of the whole site that outgrew those as well has
pages by month or letter instead, which are made each by itself (see ``drawers``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

import msgspec

from parley.model.brief import Brief
from parley.model.page import Link, Page, Words
from parley.pages.desk import Desk
from parley.pages.frame import frame
from parley.pages.here import Here
from parley.pages.machine_views import RedirectView
from parley.pages.parts import More
from parley.pages.places import MOST_PAGES, Part, away, chunks, file_of, file_of_drawer, in_drawers, stays
from parley.pages.prose import Writer
from parley.pages.shelves import cupboards
from parley.pages.views import PartView
from parley.words.lists import WAYS, drawer_words, shown_here, stretch
from parley.words.sentences import joined, said
from parley.words.tongue import say

T = TypeVar("T")
Make = Callable[[Sequence[T], Writer], tuple[Any, ...]]


class Sheet:
    """A page in the making, whose lists are cut to what it bears. ``pages`` are those of the lists that were cut."""

    def __init__(
        self,
        desk: Desk,
        here: Here,
        path: str,
        title: str,
        without: Iterable[str] = (),
        quiet: bool = False,
        lang: str = "",
        brief: Brief | None = None,
        owner: Brief | None = None,
    ) -> None:
        """``path``: the page's folder below the top; ``without``: actors that need no link in its prose;
        ``quiet``: no name links by itself there; ``brief``: the one whose page it is, whose terms it explains;
        ``owner``: the one that it belongs to."""
        self.desk, self.here, self.path, self.title, self.lang = desk, here, path, title, lang
        self.without, self.quiet, self.owner = tuple(without), quiet, owner or brief
        self.writer = desk.brief_writer(here, brief) if brief else self.new_writer()
        self.pages: list[Page] = []
        self.left: dict[str, Words] = {}  # by the part: how much of it is shown, and the way to the rest

    def cut(self, part: Part, items: Sequence[T], make: Make[T]) -> tuple[Any, ...]:
        """What ``make`` makes of the ``items`` that stay on the page. Where that is not all of them, all go to pages of
        their own, too."""
        shown = stays(part, items)
        if len(shown) < len(items):
            self.spill(part, items, make, shown_here(len(shown), len(items), part.order))
        return make(shown, self.writer)

    @property
    def more(self) -> More:
        """``left`` for those parts that the views know by name."""
        known = More.__struct_fields__
        return More(**{name: words for name, words in self.left.items() if name in known})

    def spill(self, part: Part, items: Sequence[T], make: Make[T], told: str) -> None:
        """Pages for all ``items``; the page itself says what is ``told`` of what it shows, with the way to the rest."""
        if in_drawers(part, len(items)):
            self._point_to_drawers(part, told)
            return
        parts, begins = chunks(part, items), 0
        total = len(items) if len(parts) <= MOST_PAGES else 0
        for number, some in enumerate(parts, 1):
            self.pages.append(
                self.page(
                    part,
                    file_of(part, number),
                    stretch(begins + 1, begins + len(some), total),
                    make(some, self.new_writer()),
                    before=file_of(part, number - 1) if number > 1 else "",
                    after=file_of(part, number + 1) if number < len(parts) else "",
                )
            )
            begins += len(some)
        hidden = away(part, range(len(items))).values() or [len(parts)]
        nearest = min(hidden) if part.order == "by name" else max(hidden)
        rest = Link(text=say("See all of them"), href=self.here.to(f"{self.path}{file_of(part, nearest)}"))
        self.left[part.name] = (told, " ", rest, ".")

    def new_writer(self) -> Writer:
        """A new writer for one page."""
        return self.desk.quiet_writer(self.here) if self.quiet else self.desk.writer(self.here, *self.without)

    def page(
        self,
        part: Part,
        file: str,
        told: str,
        made: tuple[Any, ...],
        *,
        before: str,
        after: str,
        holds: str = "",
        crumbs: tuple[Link, ...] = (),
    ) -> Page:
        """One page of ``part``: what is ``told`` of which items it holds, and what was ``made`` of them. ``before`` and
        ``after`` are the files beside it, ``holds`` the field for what was made where it is not the part's own."""
        names = part.order == "by name"
        earlier, later = say("Previous" if names else "Earlier"), say("Next" if names else "Later")
        title = part.heading if part.heading == self.title else f"{part.heading}: {self.title}"
        around = frame(
            self.desk,
            self.here,
            f"{self.path}{file}",
            f"{title}, {told}",
            f"{title}: {told}.",
            kind="part",
            crumbs=(Link(text=self.title, href=self.here.to(self.path)), *crumbs),
            lang=self.lang,
            teller=self.owner,
            shared=part.drawers != "letters",  # which are those of one language
        )
        view = PartView(
            frame=around,
            title=title,
            stretch=told,
            before=Link(text=earlier, href=before) if before else None,
            after=Link(text=later, href=after) if after else None,
        )
        view = msgspec.structs.replace(view, **{holds or part.holds: made})
        return Page(path=f"{self.path}{file}", template="pages/part.html", view=view)

    def _point_to_drawers(self, part: Part, told: str) -> None:
        """The way to a list's pages by month or letter; and from the addresses that it had while its pages were
        counted, the way back here."""
        doors = [
            Link(text=drawer_words(name), href=self.here.to(f"{self.path}{file_of_drawer(part, name)}"))
            for name in cupboards(part.drawers, self.desk.drawer_names[f"{self.path}{part.name}"])
        ]
        every = joined([piece for door in doors for piece in (", ", door)][1:])
        rest = said("All of them, {ways}: {list}.", ways=WAYS[part.drawers], list=every)
        self.left[part.name] = (told, *joined([" ", *rest]))
        home = self.here.to(self.path)
        address = self.desk.library.settings.address
        lang = self.lang or self.desk.library.settings.language
        canonical = f"{address}{self.path}" if address else ""
        view = RedirectView(title=self.title, href=home, canonical=canonical, lang=lang)
        self.pages += [
            Page(path=f"{self.path}{file_of(part, number)}", template="redirect.html", view=view)
            for number in range(1, MOST_PAGES + 1)
        ]
