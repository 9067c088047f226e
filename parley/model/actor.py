"""An actor: a person, a state, an organisation or a group that takes part in a story."""

from typing import Annotated, Literal

from parley.model.keys import ActorId, Key, Kind, Prose, Slug, Teller, Text, Url

ActorKind = Literal["person", "state", "organisation", "group"]


class Actor(Teller, frozen=True, kw_only=True):
    """Someone who can propose, answer or be asked."""

    id: str
    brief: str = ""  # slug of the brief that defines it; empty for a shared actor

    name: Annotated[Text, Key("The name readers see.", "name: Recep Tayyip Erdoğan")]
    kind: Annotated[ActorKind, Key("What sort of actor this is.", "kind: person")]
    role: Annotated[Text, Key("Office or function, in a few words.", "role: President of Türkiye")] = ""
    speaks_for: Annotated[ActorId, Key("The side whose words a person's words count as.", "speaks_for: turkiye")] = ""
    members: Annotated[tuple[ActorId, ...], Key("Of a group: who belongs to it.", "members: [france, germany]")] = ()
    part_of: Annotated[tuple[ActorId, ...], Key("A larger body this belongs to.", "part_of: european-union")] = ()
    country: Annotated[
        Annotated[str, Kind.COUNTRY], Key("Two-letter code of the country (ISO 3166-1).", "country: TR")
    ] = ""
    aka: Annotated[
        tuple[Text, ...],
        Key("Other names and spellings; each links to this actor in prose.", "aka: [Erdoğan, Erdogan]"),
    ] = ()
    wikidata: Annotated[Annotated[str, Kind.QID], Key("The actor's id in Wikidata.", "wikidata: Q39259")] = ""
    url: Annotated[Url, Key("The actor's own page.", "url: https://www.tccb.gov.tr/en/")] = ""
    summary: Annotated[
        Prose, Key("Who this is, for someone who comes new to it.", "summary: Has led Türkiye since 2003.")
    ] = ""
    aliases: Annotated[
        tuple[Slug, ...], Key("Earlier ids; the addresses that they made lead here.", "aliases: [r-t-erdogan]")
    ] = ()
