"""What schema.org (release 30.0) says of the words that pages use: what is what, and what may be said of what.

Only as far as needed: a word that is used and is not here fails the tests, and is to be looked up at schema.org.
"""

from __future__ import annotations

from rdflib import Graph, Literal
from rdflib.namespace import RDF, SDO
from rdflib.term import Node

VALUES = {"Text", "URL", "Date", "DateTime", "Time", "Integer", "Number", "Boolean", "EventStatusType"}

ABOVE = {
    "AboutPage": "CreativeWork Thing WebPage",
    "AcceptAction": "Action AllocateAction OrganizeAction Thing",
    "AgreeAction": "Action AssessAction ReactAction Thing",
    "BackgroundNewsArticle": "Article CreativeWork NewsArticle Thing",
    "BreadcrumbList": "Intangible ItemList Thing",
    "CollectionPage": "CreativeWork Thing WebPage",
    "CommunicateAction": "Action InteractAction Thing",
    "CorrectionComment": "Comment CreativeWork Thing",
    "Country": "AdministrativeArea Place Thing",
    "CreativeWork": "Thing",
    "DataDownload": "CreativeWork MediaObject Thing",
    "Dataset": "CreativeWork Thing",
    "DefinedTerm": "Intangible Thing",
    "DisagreeAction": "Action AssessAction ReactAction Thing",
    "EntryPoint": "Intangible Thing",
    "Event": "Thing",
    "ItemList": "Intangible Thing",
    "ListItem": "Intangible Thing",
    "Organization": "Thing",
    "Person": "Thing",
    "Place": "Thing",
    "PropertyValue": "Intangible StructuredValue Thing",
    "RejectAction": "Action AllocateAction OrganizeAction Thing",
    "SearchAction": "Action Thing",
    "Thing": "",
    "WebSite": "CreativeWork Thing",
}
PROPERTIES = {  # name: (of what, with what as its value)
    "about": ("CommunicateAction CreativeWork DefinedTerm Event", "Thing"),
    "address": ("Organization Person Place", "Text"),
    "affiliation": ("Person", "Organization"),
    "agent": ("Action", "Organization Person"),
    "alternateName": ("Thing", "Text"),
    "archivedAt": ("CreativeWork", "URL WebPage"),
    "attendee": ("Event", "Organization Person"),
    "author": ("CreativeWork", "Organization Person"),
    "citation": ("CreativeWork", "CreativeWork Text"),
    "contentUrl": ("MediaObject", "URL"),
    "correction": ("CreativeWork", "CorrectionComment Text URL"),
    "correctionsPolicy": ("Organization", "CreativeWork URL"),
    "creativeWorkStatus": ("CreativeWork", "DefinedTerm Text"),
    "creator": ("CreativeWork", "Organization Person"),
    "dateCreated": ("CreativeWork", "Date DateTime"),
    "dateModified": ("CreativeWork", "Date DateTime"),
    "datePublished": ("CreativeWork", "Date DateTime"),
    "description": ("Thing", "Text"),
    "distribution": ("Dataset", "DataDownload"),
    "encodingFormat": ("CreativeWork MediaObject", "Text URL"),
    "endDate": ("Event", "Date DateTime"),
    "endTime": ("Action MediaObject", "DateTime Time"),
    "eventStatus": ("Event", "EventStatusType"),
    "headline": ("CreativeWork", "Text"),
    "identifier": ("Thing", "PropertyValue Text URL"),
    "image": ("Thing", "URL"),
    "inLanguage": ("CommunicateAction CreativeWork Event", "Text"),
    "isPartOf": ("CreativeWork", "CreativeWork URL"),
    "item": ("ListItem", "Thing"),
    "itemListElement": ("ItemList", "ListItem Text Thing"),
    "jobTitle": ("Person", "DefinedTerm Text"),
    "keywords": ("CreativeWork Event Organization Place", "DefinedTerm Text URL"),
    "location": ("Action Event Organization", "Place Text"),
    "mainEntity": ("CreativeWork", "Thing"),
    "mainEntityOfPage": ("Thing", "CreativeWork URL"),
    "member": ("Organization", "Organization Person"),
    "memberOf": ("Organization Person", "Organization"),
    "mentions": ("CreativeWork", "Thing"),
    "name": ("Thing", "Text"),
    "numberOfItems": ("ItemList", "Integer"),
    "object": ("Action", "Thing"),
    "parentOrganization": ("Organization", "Organization"),
    "participant": ("Action", "Organization Person"),
    "position": ("CreativeWork ListItem", "Integer Text"),
    "potentialAction": ("Thing", "Action"),
    "previousStartDate": ("Event", "Date DateTime"),
    "propertyID": ("PropertyValue", "Text URL"),
    "publisher": ("CreativeWork", "Organization Person"),
    "publishingPrinciples": ("CreativeWork Organization Person", "CreativeWork URL"),
    "recipient": ("CommunicateAction", "Organization Person"),
    "sameAs": ("Thing", "URL"),
    "startDate": ("Event", "Date DateTime"),
    "startTime": ("Action MediaObject", "DateTime Time"),
    "subjectOf": ("Thing", "CreativeWork Event"),
    "target": ("Action", "EntryPoint URL"),
    "text": ("CreativeWork", "Text"),
    "url": ("Thing", "URL"),
    "urlTemplate": ("EntryPoint", "Text"),
    "value": ("PropertyValue", "Boolean Number StructuredValue Text"),
}


def faults(graph: Graph) -> list[str]:
    """What ``graph`` says that schema.org has no word for, or that it says of things or with values of another kind."""
    found = []
    for subject, predicate, value in graph:
        if predicate == RDF.type:
            if _short(value) not in ABOVE or value not in SDO:
                found.append(f"unknown type: {value}")
            continue
        name = _short(predicate)
        if name not in PROPERTIES or predicate not in SDO:
            found.append(f"unknown property: {predicate}")
            continue
        of, takes = (set(words.split()) for words in PROPERTIES[name])
        here, there = _kinds(graph, subject), VALUES if isinstance(value, Literal) else _kinds(graph, value)
        if here and not here & of:
            found.append(f"{name} is not said of {sorted(here)}")
        if there and not there & takes:
            found.append(f"{name} does not take {value!r}, {sorted(there)}")
    return sorted(set(found))


def _short(term: Node) -> str:
    return str(term).removeprefix(str(SDO))


def _kinds(graph: Graph, node: Node) -> set[str]:
    """All that ``node`` is, by its types and what stands above them; nothing where no type is told."""
    own = {_short(kind) for kind in graph.objects(node, RDF.type)}
    return own | {above for kind in own for above in ABOVE.get(kind, "").split()}
