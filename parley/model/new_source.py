"""A source that another program knows, before it is in a brief: its fields as text, and where it was read."""

from parley.model.keys import Noun


class NewSource(Noun, frozen=True, kw_only=True):
    """What is known of a source that is to be added. ``key`` is what the other program calls it, ``line`` where its
    entry begins (from 1); what is not known is empty."""

    key: str
    line: int
    title: str
    publisher: str = ""
    author: tuple[str, ...] = ()
    date: str = ""  # as typed in a brief (EDTF)
    url: str = ""
    kind: str = ""
    lang: str = ""
    accessed: str = ""
    archived: str = ""
