"""Ids that can't be ids or belong to two, and references that lead nowhere."""

from __future__ import annotations

from parley.write.catalogue.entry import Entry
from parley.write.catalogue.files import SHORT

ENTRIES = (
    Entry(
        code="bad-id",
        title="An id that can't be one",
        says="An id is what others refer to, and part of an address on the web: small letters, digits and single "
        "hyphens. Readers never see it in a text, so it can stay as it is when a title changes. The message shows an "
        "id that would do; change it wherever it is used.",
        wrong="next_steps:\n  The_Report:\n",
        right="next_steps:\n  report:\n",
    ),
    Entry(
        code="same-id",
        title="A proposal and a next step with one id",
        says="Others refer to proposals and to next steps by their ids alone, so the two may not share one. Give the "
        "next step another id.",
        wrong="next_steps:\n  keep-open:\n",
        right="next_steps:\n  report:\n",
    ),
    Entry(
        code="same-actor",
        title="An actor in two places",
        says="The same id of an actor stands in two places, and Parley can't know whether they are the same. If they "
        "are, keep the one in `briefs/actors.yaml`; if not, give one of them another id.",
        wrong="actors:\n  reed:\n    name: Ann Reed\n    kind: person\n\nsources:\n",
        right="sources:\n",
    ),
    Entry(
        code="same-address",
        title="Two things with one address",
        says="`aliases` are earlier names that lead to a brief, an actor or a proposal. This is the name of another, "
        "or an alias of two, so it could lead to one of them only. Remove it from one of the two.",
        file="briefs/bridge-worth.yaml",
        whole=True,
        wrong=SHORT + "aliases: bridge\n",
        right=SHORT,
    ),
    Entry(
        code="unknown-actor",
        title="An actor that nobody has defined",
        says="There is no actor of this id. A misspelt id must not become a new person, so actors are never made by "
        "themselves. Use the id that the message offers, or add the actor to `briefs/actors.yaml`, with a name and a "
        "kind.",
        wrong="    by: trader\n",
        right="    by: traders\n",
    ),
    Entry(
        code="unknown-proposal",
        title="A proposal that does not exist",
        says="There is no proposal of this id here. One in another brief is named with that brief: "
        "`bridge/keep-open`. A condition in plain words has two words or more, since a single word is taken for an id.",
        wrong="of: keep-opne",
        right="of: keep-open",
    ),
    Entry(
        code="unknown-source",
        title="A source that does not exist",
        says="There is no source of this id in this brief. Sources belong to the brief that cites them: add it under "
        "`sources`, or use the id that the message offers.",
        wrong="    source: leter\n",
        right="    source: letter\n",
    ),
    Entry(
        code="unknown-brief",
        title="A brief that does not exist",
        says="There is no brief of this name. A brief is named by its file, without the ending: `briefs/bridge.yaml` "
        "is `bridge`.",
        wrong="[[traders|The traders]] wrote to it the next day, see [[brief:brigde]].",
        right="[[traders|The traders]] wrote to it the next day.",
    ),
    Entry(
        code="unknown-item",
        title="A change to something that does not exist",
        says="`changed` of an update and `where` of a correction name what was changed: a proposal, a next step, a "
        "source, or a key of the brief such as `what`. There is none of this name.",
        wrong="changed: keep-opne",
        right="changed: keep-open",
    ),
    Entry(
        code="bad-link",
        title="A link that is not whole",
        says="A link in a text is written `[[actor-id]]`, `[[brief:its-name]]` or `[[proposal:its-id]]`, and a "
        "citation `[^source-id]`. This one is not closed, or says nothing, or names a sort that does not exist. A link "
        "to the web is written `[words](https://example.org/)`: its address begins with `https://`, `http://` or "
        "`mailto:`.",
        wrong="[[traders|The traders] wrote to it the next day.",
        right="[[traders|The traders]] wrote to it the next day.",
    ),
    Entry(
        code="leads-to-draft",
        title="A link to a draft",
        says="The brief that this leads to is marked as a draft, so readers could not follow the link. Publish the "
        "draft first, or leave the link out until then. With `--drafts` both are built, to look at.",
        wrong="[[traders|The traders]] wrote to it the next day, see [[brief:bridge-worth]].",
        right="[[traders|The traders]] wrote to it the next day.",
        beside={"briefs/bridge-worth.yaml": f"{SHORT}draft: true\n"},
    ),
)
