"""Ids that titles suggest."""

import re
import unicodedata

MAX_SLUG = 60
# Letters that have no plain letter inside them by Unicode's own account.
SPELT = str.maketrans("łøđð\u0131", "loddi") | str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"})


def slug_of(title: str) -> str:
    """The id that ``title`` suggests: lower-case letters, digits and single hyphens, at most 60 characters.

    Empty where the title has no letter or digit that can be written so.
    """
    plain = unicodedata.normalize("NFKD", title.lower().translate(SPELT)).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", plain))
    slug = ""
    for word in words:
        longer = f"{slug}-{word}" if slug else word[:MAX_SLUG]
        if len(longer) > MAX_SLUG:
            break
        slug = longer
    return slug
