"""What a writer has put off: ``TODO``, or a value that begins with it, whatever key it stands under.

It is one kind of problem, told where it stands, so that nobody is told that TODO is no date and no actor either.
A comment is not looked at: it is the writer's own, and readers of the site never see it.
"""

from __future__ import annotations

import re

from parley.model.problem import quoted
from parley.read.nodes import Node, Scalar
from parley.read.reading import Reading

TODO = re.compile(r"\s*TODO(?!\w)")


def unsettled(reading: Reading, node: Node, key: str) -> bool:
    """Whether ``node``, which stands under or is the ``key``, is put off; if so, that is told."""
    if not isinstance(node, Scalar) or "TODO" not in node.text or not TODO.match(node.text):
        return False
    where = "" if TODO.match(key) else f' under "{key}"'
    reading.tell(
        node, "todo", f"not settled yet: {quoted(node.text)}{where}", "write what belongs here, or take the line out"
    )
    return True
