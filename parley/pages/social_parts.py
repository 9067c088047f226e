"""The views of what is shown outside the site: social cards, and the manifest by which a phone keeps the site."""

from parley.model.keys import Noun
from parley.pages.parts import Badge


class CardView(Noun, frozen=True, kw_only=True):
    """card.png: only characters that can be drawn."""

    kicker: str  # what kind of page
    title: str
    marks: tuple[Badge, ...] = ()  # a status and its word, with how many there are where they are counted
    line: str = ""
    site: str = ""  # its name
    lang: str = ""
    dir: str = "ltr"


class IconEntry(Noun, frozen=True, kw_only=True):
    """A picture of the site's icon."""

    src: str
    sizes: str
    type: str
    purpose: str = "any"


class ManifestView(Noun, frozen=True, kw_only=True):
    """manifest.webmanifest (W3C, Web Application Manifest); its colours come from the theme."""

    name: str
    short_name: str
    description: str
    lang: str
    dir: str
    icons: tuple[IconEntry, ...]
