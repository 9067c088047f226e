"""What a site owner sets in ``site.yaml``: every key is optional and has a working default."""

from collections.abc import Mapping
from typing import Annotated, Literal

from parley.model.keys import Key, Kind, Lang, Noun, Prose, Slug, Teller, Text


class Policies(Noun, frozen=True, kw_only=True):
    """What the site promises its readers, shown on the page "How we work"."""

    about: Annotated[Prose, Key("Who runs the site and how it works.", "about: We follow a few disputes closely.")] = ""
    sources: Annotated[Prose, Key("How sources are chosen.", "sources: Two sources for every claim.")] = ""
    corrections: Annotated[Prose, Key("How mistakes are mended.", "corrections: Every mistake is listed.")] = ""
    privacy: Annotated[Prose, Key("What is kept about readers.", "privacy: Nothing.")] = ""
    contact: Annotated[Prose, Key("How to reach the editors.", "contact: desk@example.org")] = ""


Font = Literal["serif", "old-style", "slab", "sans", "humanist", "narrow"]


class Identity(Noun, frozen=True, kw_only=True):
    """What the site looks like, as far as that is said without a theme of its own."""

    accent: Annotated[
        Annotated[str, Kind.COLOUR], Key("The colour of edges and marks, on light ground.", 'accent: "#7a1f3d"')
    ] = ""
    accent_dark: Annotated[
        Annotated[str, Kind.COLOUR],
        Key("The same on dark ground; worked out from the other if left out.", 'accent_dark: "#f0a8bf"'),
    ] = ""
    headings: Annotated[Font | None, Key("What headings are set in.", "headings: old-style")] = None
    text: Annotated[Font | None, Key("What all other text is set in.", "text: humanist")] = None
    corners: Annotated[
        Literal["square", "soft", "round"] | None, Key("What corners boxes have.", "corners: square")
    ] = None
    at: Mapping[str, tuple[int, int]] = {}  # where its keys stand in the file


class Settings(Teller, frozen=True, kw_only=True):
    """The site's own settings."""

    name: Annotated[Text, Key("The site's name.", "name: The Desk")] = "Parley"
    tagline: Annotated[Text, Key("What the site is, in one line.", "tagline: Who proposed what, and who said no")] = (
        "Who proposed what, who said no, and what comes next"
    )
    address: Annotated[
        Annotated[str, Kind.ADDRESS],
        Key("Where the site is published; needed for feeds and previews.", "address: https://example.org/"),
    ] = ""
    language: Annotated[Lang, Key("The language of the site.", "language: en")] = "en"
    languages: Annotated[
        tuple[Lang, ...], Key("Further languages, each with an edition of its own.", "languages: [fr, uk]")
    ] = ()
    topics: Annotated[
        dict[str, Text],
        Key("What topics are called, where briefs call them otherwise.", "topics:\n  Ukraine: The war in Ukraine"),
    ] = {}
    time_zone: Annotated[
        Annotated[str, Kind.ZONE], Key("The zone of times typed without one.", "time_zone: Europe/Kyiv")
    ] = "UTC"
    autolink: Annotated[
        Annotated[bool, Kind.BOOL], Key("Whether the first mention of an actor in prose links.", "autolink: false")
    ] = True
    loaded_words: Annotated[
        tuple[Text, ...],
        Key(
            'Words to warn of, or "english" for a short list of ours.', "loaded_words: [english, so-called]", kept=True
        ),
    ] = ()
    pages: Annotated[
        dict[Slug, Text],
        Key(
            "Pages of your own: an address, and the folder of Markdown for it.",
            "pages:\n  guide: docs/guide",
            kept=True,
        ),
    ] = {}
    identity: Annotated[Identity, Key("What the site looks like.", 'identity:\n  accent: "#7a1f3d"')] = Identity()
    policies: Annotated[
        Policies, Key("What the site promises its readers.", "policies:\n  contact: desk@example.org")
    ] = Policies()
    original: str = ""  # of an edition in a further language: the language of the site itself
    within: str = ""  # of such an edition: its folder, below the site's top

    @property
    def top(self) -> str:
        """The address of the site itself, below which its editions lie."""
        return self.address.removesuffix(self.within)
