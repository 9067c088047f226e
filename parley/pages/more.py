"""Pages of a list that outgrew the page it belongs to (see ``places``), made while that page is made.

They lie in the same folder, so that links are the same on both.
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
from parley.pages.parts import More
from parley.pages.places import Part, away, chunks, file_of, stays
from parley.pages.prose import Writer
from parley.pages.views import PartView
from parley.words.lists import shown_here, stretch

T = TypeVar("T")


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
    ) -> None:
        """``path``: the page's folder below the top; ``without``: actors that need no link in its prose;
        ``quiet``: no name links by itself there; ``brief``: the one whose page it is, whose terms it explains."""
        self.desk, self.here, self.path, self.title, self.lang = desk, here, path, title, lang
        self.without, self.quiet = tuple(without), quiet
        self.writer = desk.brief_writer(here, brief) if brief else self._writer()
        self.pages: list[Page] = []
        self.left: dict[str, Words] = {}  # by the part: how much of it is shown, and the way to the rest

    def cut(
        self, part: Part, items: Sequence[T], make: Callable[[Sequence[T], Writer], tuple[Any, ...]]
    ) -> tuple[Any, ...]:
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

    def spill(
        self, part: Part, items: Sequence[T], make: Callable[[Sequence[T], Writer], tuple[Any, ...]], told: str
    ) -> None:
        """Pages for all ``items``; the page itself says what is ``told`` of what it shows, with the way to the rest."""
        parts, begins = chunks(part, items), 0
        for number, some in enumerate(parts, 1):
            view = self._view(part, number, len(parts), stretch(begins + 1, begins + len(some), len(items)))
            made = make(some, self._writer())
            path = f"{self.path}{file_of(part, number)}"
            view = msgspec.structs.replace(view, **{part.holds: made})
            self.pages.append(Page(path=path, template="pages/part.html", view=view))
            begins += len(some)
        hidden = away(part, range(len(items))).values() or [len(parts)]
        nearest = min(hidden) if part.order == "by name" else max(hidden)
        rest = Link(text="See all of them", href=self.here.to(f"{self.path}{file_of(part, nearest)}"))
        self.left[part.name] = (told, " ", rest, ".")

    def _writer(self) -> Writer:
        """A new writer for one page."""
        return self.desk.quiet_writer(self.here) if self.quiet else self.desk.writer(self.here, *self.without)

    def _view(self, part: Part, number: int, last: int, told: str) -> PartView:
        """One page of ``part``, still without its rows."""
        earlier, later = ("Previous", "Next") if part.order == "by name" else ("Earlier", "Later")
        title = f"{part.title}: {self.title}"
        around = frame(
            self.desk,
            self.here,
            f"{self.path}{file_of(part, number)}",
            f"{title}, {told}",
            f"{title}: {told}.",
            kind="part",
            crumbs=(Link(text=self.title, href=self.here.to(self.path)),),
            lang=self.lang,
        )
        return PartView(
            frame=around,
            title=title,
            stretch=told,
            before=Link(text=earlier, href=file_of(part, number - 1)) if number > 1 else None,
            after=Link(text=later, href=file_of(part, number + 1)) if number < last else None,
        )
