"""Files that are not where or what they should be, and text that is no text."""

from __future__ import annotations

from parley.write.catalogue.entry import Entry
from parley.write.catalogue.sample import ACTORS

SHORT = """\
title: What the bridge is worth
published: 2025-05-20
what: The traders had the bridge valued.
who:
  traders: Paid for the report.
"""
SMITH = """\
smith:
  name: Joan Smith
  kind: person
"""

ENTRIES = (
    Entry(
        code="no-briefs-folder",
        title="There is no folder briefs/",
        says="Parley looks for a folder named `briefs` in the folder that it works in, and there is none. Most often "
        "the command was given in another folder than the site's. Change into the site's folder, or name it with "
        "`--root`; `parley new site my-site` begins a new one.",
    ),
    Entry(
        code="unreadable",
        title="A file that can't be read",
        says="The disk does not give the file: it belongs to somebody else, it is a link to a file that is gone, or "
        "it is no file at all. Nothing is published, since the site would lack what stands there. Check the file's "
        "permissions, or put the file back.",
    ),
    Entry(
        code="bad-file-name",
        title="A file name that can't be an address",
        says="The name of a brief's file is its address on the web, and others refer to the brief by it. So it has "
        "only small letters, digits and single hyphens, and ends in `.yaml`. No name in `briefs/`, a folder's neither, "
        "may hold signs that do not show: it would pass for another. Rename the file as the message says.",
        file="briefs/Bridge Worth.yaml",
        renamed="briefs/bridge-worth.yaml",
        whole=True,
        wrong=SHORT,
        right=SHORT,
    ),
    Entry(
        code="link-folder",
        title="A link in the place of a folder",
        says="A folder in `briefs/` is a link (a shortcut) to a folder elsewhere. Such folders are not read, because "
        "a site must not change with what lies outside it. Put the files themselves into `briefs/`.",
    ),
    Entry(
        code="link-outside",
        title="A link to a file outside the site",
        says="A file in `briefs/`, `site.yaml` or the index of a folder of pages is a link (a shortcut) to a file "
        "elsewhere. It is not read, so that nothing from outside the site is published by mistake. Copy the file to "
        "its place.",
    ),
    Entry(
        code="misplaced-actors",
        title="A second actors.yaml",
        says="The actors that several briefs share stand in one file, `briefs/actors.yaml`. Another file of that "
        "name, in a folder below, would be read by nobody. Move its actors into `briefs/actors.yaml` and delete it.",
        file="briefs/alder/actors.yaml",
        renamed="briefs/actors.yaml",
        whole=True,
        wrong=SMITH,
        right=ACTORS + SMITH,
        beside={"briefs/bridge-worth.yaml": f"{SHORT}  smith: Wrote it.\n"},
    ),
    Entry(
        code="same-slug",
        title="Two briefs with one file name",
        says="Folders do not show in a brief's address, so two briefs with the same file name in different folders "
        "would have the same address. Rename one of them.",
        file="briefs/worth/bridge.yaml",
        renamed="briefs/worth/bridge-worth.yaml",
        whole=True,
        wrong=SHORT,
        right=SHORT,
    ),
    Entry(
        code="file-too-large",
        title="A file that is too large",
        says="A brief has at most 1,048,576 bytes, which is a book of five hundred pages. A larger file is most often "
        "not a brief at all, but a picture or a table that was saved under the wrong name. Part it, or take it away.",
        file="briefs/bridge-worth.yaml",
        whole=True,
        wrong=SHORT
        + "background: |\n"
        + "  The bridge was built of stone in 1884, and it has three arches.\n" * 16_000,
        right=SHORT,
    ),
    Entry(
        code="not-utf-8",
        title="Text in an old encoding",
        says="The file was saved in an encoding other than UTF-8, so its accents and quotation marks can't be told. "
        'Save it again as UTF-8: in most editors that is a choice in "Save as", in VS Code a click on the encoding at '
        "the lower edge. The message points at the first character that is affected.",
        file="briefs/bridge-worth.yaml",
        whole=True,
        wrong=SHORT.replace("bridge valued", "pont du Ch\u00e2teau valued"),
        right=SHORT.replace("bridge valued", "pont du Ch\u00e2teau valued"),
        encoding="latin-1",
    ),
    Entry(
        code="control-character",
        title="A character that nobody sees",
        says="There is a character in the text that has no shape, such as one that rings a bell or moves the cursor. "
        "It came with something that was pasted. It would break feeds and search, so delete it: go to the place, and "
        "delete until the neighbouring letters meet.",
        wrong='why: "It is not safe\\u0007 for lorries."',
        right="why: It is not safe for lorries.",
    ),
    Entry(
        code="bidi-control",
        title="A hidden mark that turns text around",
        says="There is an invisible mark in the text that makes what follows run the other way, so that readers would "
        "see other words than those typed. Delete it. Arabic and Hebrew need no such marks here: Parley sets the "
        "direction by itself.",
        wrong='why: "It is \\u202enot safe for lorries."',
        right="why: It is not safe for lorries.",
    ),
    Entry(
        code="empty-file",
        title="A brief with nothing in it",
        says="The file has no text, or remarks only. A brief needs at least `title`, `published`, `what` and `who`. "
        "Write them, or delete the file.",
        file="briefs/bridge-worth.yaml",
        whole=True,
        wrong="# What the bridge is worth: to be written\n",
        right=SHORT,
    ),
)
