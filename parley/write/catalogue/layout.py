"""What YAML itself trips over: indentation, colons, quotation marks, brackets, and signs that mean something to it."""

from __future__ import annotations

from parley.write.catalogue.entry import Entry

ENTRIES = (
    Entry(
        code="tab",
        title="A tab, or an odd space, at the beginning of a line",
        says="Which line belongs to which is told by the spaces before it, and only by plain spaces: a tab is as wide "
        "as each editor likes. Delete what stands before the text and type two spaces for each step.",
        wrong="\ttitle: Keep the bridge open",
        right="    title: Keep the bridge open",
    ),
    Entry(
        code="indentation",
        title="A line that does not fit the lines above it",
        says="Lines that belong together begin in the same column, and what belongs to a key stands two spaces "
        "further in. This line begins in between. Align it with its neighbours.",
        wrong="   kind: demand",
        right="    kind: demand",
    ),
    Entry(
        code="no-space",
        title="A colon without a space after it",
        says="A key is a word, a colon and a space. Without the space the line is one long word to the computer. Type "
        "the space.",
        wrong="title:Keep the bridge open",
        right="title: Keep the bridge open",
    ),
    Entry(
        code="wide-colon",
        title="A wide colon",
        says="The colon after the key is the wide one of Chinese and Japanese keyboards, which means nothing here. "
        "Type a plain colon and a space.",
        wrong="title\uff1aWho pays for the bridge?",
        right="title: Who pays for the bridge?",
    ),
    Entry(
        code="no-colon",
        title="A line without a colon",
        says="Where keys are expected, each line is a key, a colon and a value. This one has no colon: it was left "
        "out, or the line belongs to a longer text above it and must be indented as far as that.",
        wrong="    kind demand",
        right="    kind: demand",
    ),
    Entry(
        code="second-colon",
        title="A second colon in a line",
        says="A colon and a space end a key. A text with a colon and a space in it looks like a key inside a value, "
        "so it needs quotation marks round the whole of it.",
        wrong="title: Minutes: what the council said",
        right="title: Minutes of the council",
    ),
    Entry(
        code="special-start",
        title="A text that begins with a special sign",
        says="Signs such as `*`, `@`, `%`, `[` or `{` at the beginning of a text mean something to YAML. Put the "
        "whole text in quotation marks; then they are signs like others.",
        wrong="title: *Letter* to the council",
        right="title: Letter to the council",
    ),
    Entry(
        code="open-quote",
        title="A quotation mark that is never closed",
        says="The text begins with a quotation mark, so it goes on until the same mark comes again, over as many "
        "lines as it takes. Put the mark at the end of the text, or take away the first one.",
        wrong='title: "Letter to the council',
        right="title: Letter to the council",
    ),
    Entry(
        code="early-quote",
        title="A quotation mark that ends the text too early",
        says="A text that begins with a quotation mark ends at the next one, and here more words follow. Put "
        "quotation marks round the whole text, of the other sort than those inside it: single ones outside where "
        "double ones are inside.",
        wrong='why: "Not safe" for lorries.',
        right="why: It is not safe for lorries.",
    ),
    Entry(
        code="bad-escape",
        title="A backslash that means nothing",
        says="In double quotation marks a backslash begins a special character, and the letter behind this one makes "
        "none. Use single quotation marks, in which a backslash is a backslash, or write two of them.",
        wrong='title: "Letter to the \\council"',
        right="title: Letter to the council",
    ),
    Entry(
        code="open-bracket",
        title="A bracket that is never closed",
        says="A square bracket or a brace begins a list that ends with its counterpart, which is missing. Close it; "
        "or, where it is part of a text, put the text in quotation marks.",
        wrong="    by: [traders\n",
        right="    by: traders\n",
    ),
    Entry(
        code="cut-off",
        title="Text lost behind a # sign",
        says="A space and a `#` begin a remark, which readers never see. Here a word follows at once, so it is more "
        'likely part of the text, such as "#1". Put the whole text in quotation marks; or, for a remark, type a space '
        "after the `#`.",
        wrong="what: The council has answered #1.",
        right="what: The council has answered.",
    ),
    Entry(
        code="alias",
        title="A word that begins with an asterisk",
        says="A word behind a `*` is a reference to another place in the file for YAML. Parley does not use these, "
        "since a reader of the file would have to look things up. Put the text in quotation marks, or write out what "
        "was meant.",
        wrong="what: *answered",
        right="what: The council has answered.",
    ),
    Entry(
        code="anchor",
        title="A word that begins with an ampersand",
        says="A word behind an `&` gives a place in the file a name for YAML. Parley does not use these. Put the text "
        "in quotation marks, or remove the word.",
        wrong="title: &letter Letter to the council",
        right="title: Letter to the council",
    ),
    Entry(
        code="tag",
        title="A word that begins with an exclamation mark",
        says="A word behind a `!` tells YAML what sort of value follows. Parley knows that from the key. Put the text "
        "in quotation marks, or remove the word.",
        wrong="title: !important Letter to the council",
        right="title: Letter to the council",
    ),
    Entry(
        code="merge-key",
        title="The key <<",
        says="`<<` copies keys from another place in the file. Parley does not use it, so that what a brief says "
        "stands where it is read. Write the keys out.",
        wrong="    <<: {title: Minutes of the council}\n    title: Minutes of the council\n",
        right="    title: Minutes of the council\n",
    ),
    Entry(
        code="second-document",
        title="A line of three hyphens in the middle",
        says="`---` alone on a line begins a second document, and what follows would be lost: one file is one brief. "
        "Remove the line. To draw a line in a text, indent it with the text.",
        wrong="---\nupdates:\n",
        right="updates:\n",
    ),
    Entry(
        code="duplicate-key",
        title="A key that stands there twice",
        says="The same key stands twice in one place, and only one of the two values could count. Keep one. Where "
        "both are needed, make them a list under one key.",
        wrong="    title: Letter to the council\n    title: Letter of the traders\n",
        right="    title: Letter to the council\n",
    ),
    Entry(
        code="key-not-text",
        title="A key that is no word",
        says="Before a colon there is nothing, or a list. A key is a word, so that others can name it. Write a word, "
        "then the colon.",
        wrong='    "": Minutes of the council\n    title: Minutes of the council\n',
        right="    title: Minutes of the council\n",
    ),
    Entry(
        code="too-much",
        title="Too many values, or too deeply nested",
        says="A file has at most 50,000 values, in at most 32 steps of indentation. No brief comes near; most often "
        "something was pasted that is no brief. Look at the place that the message names.",
        wrong="    to: " + "[" * 40 + "council" + "]" * 40 + "\n",
        right="    to: council\n",
    ),
)
