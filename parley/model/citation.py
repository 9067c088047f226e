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
