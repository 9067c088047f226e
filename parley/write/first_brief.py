"""The texts that a new brief and a new site begin with: each block is explained by one comment.

The text of a new brief says TODO wherever the writer must write something, and nowhere else; so nothing that was left
over looks as if it were meant. The example of a new site is a finished small brief, which shows what comes of it.
"""

from __future__ import annotations

BLANK = """\
# Write over each TODO, and delete the parts that you don't need. Readers never see a line that begins with "#".
title: {title}
published: {day}
# While this line stands, readers do not get the brief; the preview shows it. Delete the line to publish.
draft: true
summary: {summary}

# What happened, for someone who comes new to it. An empty line begins a new paragraph.
# [[{first}]] links to an actor; [^first-source] cites a source.
what: |
  TODO what happened, in plain words.[^first-source]

# Everyone who takes part: an actor's id, a colon, and one line on the part they play.
who:
{who}{actors}
# What was put on the table. The first line is an id: small letters, digits and hyphens. "to" is who is asked to answer.
# "kind: invitation", demand, warning or decision says what it is, where it is no proposal.
proposals:
  {id}:
    title: {proposal}
{kind}    by: {by}
{to}    date: {day}
    source: first-source

# Who said no to what, and why. "unless: ..." is what would change the answer; "quote: ..." holds the exact words.
# A yes looks the same under "acceptances:"; what is neither stands under "reactions:", with a "stance".
rejections:
  - of: {id}
    by: {answers}
    date: {day}
    why: TODO the reason that they gave
    source: first-source

# What comes next, and when. Once its day has passed, `parley list` reminds you to say what became of it.
next_steps:
  first-step:
    title: TODO what is to happen, such as The engineer reports
    date: {later}
    about: {id}
    source: first-source

# Where it is known from. "url: https://..." is its address; "archived: https://..." is that of a kept copy.
sources:
  first-source:
    title: TODO the title of the article or document
    publisher: TODO who published it
    date: {day}
"""

ACTORS = """
# Actors of this brief alone; those of several stand in actors.yaml. kind is person, state, organisation or group.
# "speaks_for: an-actor" makes a person's words count as those of that side.
actors:
"""

EXAMPLE = """\
# An example to write over. Readers never see a line that begins with "#".
title: The first brief
published: {day}
summary: This is an example. Write over it, or delete its file once you have a brief of your own.

# What happened, for someone who comes new to it. An empty line begins a new paragraph.
# [[first-council]] links to an actor; [^minutes] cites a source.
what: |
  The council of Alder met to talk about its old bridge.[^minutes] The mayor said that the works can't wait.

  [[first-traders|The traders]] want the bridge kept open until the works begin.

# Everyone who takes part: an actor's id, a colon, and one line on the part they play.
who:
  first-council: Decides whether the bridge is closed.
  first-traders: Ask for the bridge to stay open.

# Actors of this brief alone; those of several stand in actors.yaml. kind is person, state, organisation or group.
actors:
  first-council:
    name: Alder Town Council
    kind: organisation
  first-traders:
    name: Alder Traders
    kind: group

# What was put on the table, each under an id of its own. "to" is who is asked to answer.
proposals:
  keep-bridge-open:
    title: Keep the bridge open until the works begin
    kind: demand
    by: first-traders
    to: first-council
    date: {day}
    source: minutes

# Who said no to what, and why. "unless" is what would change the answer.
rejections:
  - of: keep-bridge-open
    by: first-council
    date: {day}
    why: The bridge is not safe for lorries.
    unless: an engineer finds it safe
    source: minutes

# What comes next, and when.
next_steps:
  engineers-report:
    title: The engineer reports
    date: {later}
    certainty: expected
    about: keep-bridge-open
    source: minutes

# What nobody has said yet.
unknown:
  - What the works cost.

# Where it is known from.
sources:
  minutes:
    title: Minutes of the council
    publisher: Alder Town Council
    date: {day}
    kind: official
    url: https://example.org/minutes
"""
