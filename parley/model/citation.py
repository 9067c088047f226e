"""What others cite a page by: who wrote it, what it is called, when it was last changed, where it stands."""

from parley.model.keys import Noun


class Name(Noun, frozen=True, kw_only=True):
    """An author: a person with a family name, or, in ``whole``, a name that may not be taken apart."""

    whole: str = ""
    family: str = ""  # with its particle: "van der Berg"
    given: str = ""
    suffix: str = ""  # "Jr.", "III"


class Citation(Noun, frozen=True, kw_only=True):
    """One page. ``date`` is the day of its last change, as far as it is known: year, month, day."""

    key: str
    title: str
    authors: tuple[Name, ...]
    site: str
    date: tuple[int, ...]
    about: bool = False  # whether that day is approximate
    address: str = ""  # absolute; empty where it is not known
    lang: str = ""


Day = tuple[int, ...]  # as far as it is known: year, month, day


class SourceItem(Noun, frozen=True, kw_only=True):
    """A source as reference managers know it. ``type`` is one of CSL 1.0.2; ``issued`` holds a day, or the first and
    the last one of a span."""

    key: str
    type: str
    title: str
    authors: tuple[Name, ...] = ()
    container: str = ""  # the paper or the site it stands in
    publisher: str = ""  # of what stands in nothing else
    issued: tuple[Day, ...] = ()
    about: bool = False  # whether that day is approximate
    accessed: Day = ()
    address: str = ""
    archived: str = ""  # the address of a kept copy
    lang: str = ""


class Bibliography(Noun, frozen=True, kw_only=True):
    """The sources of a brief, in their order."""

    items: tuple[SourceItem, ...]
