"""``new translation``: a file for the words of a brief, of the shared actors, of the site or of one of its own pages in
another language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.cli.arguments import WrongUse
from parley.cli.schema import keep_schemas
from parley.cli.telling import show

if TYPE_CHECKING:
    from collections.abc import Mapping

    from parley.model.actor import Actor
    from parley.model.brief import Brief
    from parley.model.chapter import Chapter
    from parley.model.settings import Settings
    from parley.read.content import Content
    from parley.site import Order

SITE, ACTORS = "site", "actors"


def new_translation(order: Order, name: str, lang: str) -> int:
    """Make the file for ``name``, a brief's or "actors" or "site" or a page's address, in ``lang``. Raises
    :class:`WrongUse`, and what :func:`parley.write.created.created` raises."""
    from parley.model.chapter import Chapter, file_in
    from parley.model.forms import LANG
    from parley.read.content import content
    from parley.write.created import created
    from parley.write.new_translation import translation

    if not name:
        raise WrongUse("say of what: new translation BRIEF --lang uk; or of actors, or of site, or of a page")
    if not LANG.fullmatch(lang):
        raise WrongUse("say into which language, by its tag: --lang uk, --lang fr, --lang pt-BR")
    found = content(order.root, drafts=True)
    if lang == found.settings.language:
        raise WrongUse(f'"{lang}" is the language of the site itself; --lang takes another')
    original, file = _original(found, name)
    path = file_in(file, lang)
    if isinstance(original, Chapter):
        created(order.root, {path: (order.root / file).read_text(encoding="utf-8")})
        how = "Translate it in its place, a heading for each."
    else:
        day = order.as_of or order.now.date()
        created(order.root, {path: translation(original, file, path, lang, day.isoformat())})
        how = "Write each translation below its original."
    keep_schemas(order)
    show(str(order.root / path))
    show(f"{how} `check` tells what is missing, and later what has grown old.")
    if lang not in found.settings.languages:
        every = ", ".join([*found.settings.languages, lang])
        show(f'The site has no edition in "{lang}" yet. Write into site.yaml: languages: [{every}]')
    return 0


def _original(found: Content, name: str) -> tuple[Brief | Settings | Mapping[str, Actor] | Chapter, str]:
    """What is called ``name``, and the file that it stands in. Raises :class:`WrongUse`."""
    from parley.model.places import SETTINGS, SHARED_ACTORS
    from parley.read.nearest import Words
    from parley.read.wording import did_you_mean

    briefs = {brief.slug: brief for brief in found.briefs}
    every = [(section.path(chapter).rstrip("/"), chapter) for section in found.sections for chapter in section.chapters]
    asked_for = next((chapter for path, chapter in every if name.rstrip("/") in (path, chapter.file)), None)
    if asked_for and name not in briefs:
        return asked_for, asked_for.file
    wanted = name.removesuffix(".yaml").rpartition("/")[2]
    if wanted in briefs:
        return briefs[wanted], briefs[wanted].file
    if wanted == SITE:
        return found.settings, SETTINGS
    if wanted == ACTORS:
        if not found.actors:
            raise WrongUse(f"{SHARED_ACTORS} shares no actors yet; those of a brief are translated with the brief")
        return {actor.id: actor for actor in found.actors}, SHARED_ACTORS
    known = {slug: (brief.title,) for slug, brief in briefs.items()} | {path: (page.title,) for path, page in every}
    asked = name if "/" in name and not name.endswith(".yaml") else wanted
    near = did_you_mean(Words(known).nearby(asked))
    raise WrongUse(
        f'no brief or page "{asked}" that is free of errors; {near or "`list` tells which briefs there are"}'
    )
