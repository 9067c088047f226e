"""Types briefs as people do: any keys of the format in any order, in brackets or not, quoted or not, with remarks.

Each remark says to which key it belongs (``-`` for an item of a list), so that it can be told where it went.
"""

from __future__ import annotations

import random

from parley.model.brief import Brief
from parley.model.keys import Noun
from parley.model.schema import Field, shape
from parley.model.settings import Settings

PLAIN = ["no", "12:30", "2025-05-11", "a-b", "it's", "x y", "ü😀", "~", "http://a.b/c#d", "a\u2028b", "a\x85b", "-1"]
QUOTED = ["'it''s: # no remark'", '"a\\tb # c"', "'[x]'", '"\\u00e9: {y}"', "''", '"- z"', "'|'"]
LONG = "a very long value that is typed out in full so that a line with it has no place left"
TEXTS = ["One line.", "# no remark", "- no item", "key: no key", "  deeper", "", "x  ", "\ttab", "'", '"', "\x85"]


class Typist:
    """Types with the choices of ``chance``."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.step = chance.choice([1, 2, 2, 3, 4])
        self.number = 0
        self.remarks = chance.random() < 0.8

    def likely(self, share: float) -> bool:
        return self.chance.random() < share

    def file(self) -> tuple[str, type[Noun] | Field]:
        """A file of any of the three sorts, and what it holds."""
        meant = self.chance.choice([Brief, Brief, shape(Brief).fields["actors"], Settings])
        lines = self.chance.choice(
            [[], ["# 0 head of file", ""], ["# yaml-language-server: $schema=x"], ["---"], ["", ""]]
        )
        if self.likely(0.1):
            body = self.flow(meant, 0)
        else:
            body = self.map(meant, 0) if isinstance(meant, Field) else self.record(meant, 0)
        return "\n".join([*lines, *body.split("\n")]) + self.chance.choice(["\n", "\n", "", "\n\n\n", "\n...\n"]), meant

    def remark(self, key: str) -> str:
        self.number += 1
        return f"# {self.number} about {key}"

    # In blocks: text that begins with a line of its own at the column ``indent``.

    def record(self, noun: type[Noun], indent: int) -> str:
        fields = list(shape(noun).fields.values())
        chosen = self.chance.sample(fields, self.chance.randint(1, min(len(fields), 6)))
        return self.entries([(field.key, field) for field in chosen], indent)

    def map(self, field: Field, indent: int) -> str:
        names = self.chance.sample(["b", "a", "c-d", "e1"], self.chance.randint(1, 3))
        return self.entries([(name, field.noun) for name in names], indent)

    def entries(self, pairs: list[tuple[str, Field | type[Noun] | None]], indent: int) -> str:
        lines: list[str] = []
        for at, (key, meant) in enumerate(pairs):
            lines += [""] * self.chance.choice([0, 0, 0, 1, 2])
            while self.remarks and self.likely(0.15):
                lines += [" " * indent + self.remark(key)] + [""] * (at > 0 and self.likely(0.2))
            typed = self.chance.choice([key, key, key, f"'{key}'", f'"{key}"'])
            colon = self.chance.choice([":", ":", ":", " :"])
            lines.append(" " * indent + typed + colon + self.value(key, meant, indent))
        return "\n".join(lines)

    def behind(self, key: str) -> str:
        """A remark behind something, or nothing."""
        if not self.remarks or self.likely(0.85):
            return ""
        return self.chance.choice([" ", "  ", " " if key == "-" else "\t"]) + self.remark(key)

    def value(self, key: str, meant: Field | type[Noun] | None, indent: int) -> str:
        """What stands behind a key and its colon, or behind a dash, of the entry at ``indent``."""
        if meant is not None and (not isinstance(meant, Field) or meant.form != "one"):
            return self.container(key, meant, indent)
        kind = self.chance.random()
        if kind < 0.15:
            return self.text(indent)
        if kind < 0.25:
            gap = " " * (indent + self.chance.randint(1, 5))
            return f' "one\n{gap}two\n\n{gap}three"{self.behind(key)}'
        if kind < 0.3:
            return f" one\n{' ' * (indent + self.chance.randint(1, 5))}two{self.behind(key)}"
        if kind < 0.35:
            return f"{self.behind(key)}\n{' ' * (indent + self.chance.randint(1, 5))}{self.scalar()}{self.behind(key)}"
        if kind < 0.4:
            return self.behind(key)
        return f" {self.scalar()}{self.behind(key)}{self.chance.choice(['', '', chr(9), '  '])}"

    def scalar(self) -> str:
        return self.chance.choice([*PLAIN, *QUOTED, LONG])

    def text(self, indent: int) -> str:
        """A text below a bar."""
        width = self.chance.randint(1, 5)
        sign = self.chance.choice("|>") + self.chance.choice(["", "", "-", "+"])
        sign = self.chance.choice([sign, sign, f"{sign[0]}{width}{sign[1:]}"])
        lines = ["Begin.", *(self.chance.choice(TEXTS) for _ in range(self.chance.randint(0, 5)))]
        lead = " " * (indent + width)
        header = self.chance.choice(["", "", "  # 0 behind of bar"]) if self.remarks else ""
        return f" {sign}{header}\n" + "\n".join(lead + line if line else "" for line in lines)

    def container(self, key: str, meant: Field | type[Noun], indent: int) -> str:
        if self.likely(0.35):
            return f" {self.flow(meant, indent, key)}{self.behind(key)}"
        inner = indent + self.step
        if not isinstance(meant, Field):
            return f"{self.behind(key)}\n{self.record(meant, inner)}{self.tail(inner)}"
        if meant.form == "record" and meant.noun:
            return f"{self.behind(key)}\n{self.record(meant.noun, inner)}{self.tail(inner)}"
        if meant.form == "record-map":
            return f"{self.behind(key)}\n{self.map(meant, inner)}{self.tail(inner)}"
        if meant.form == "map":
            return f"{self.behind(key)}\n{self.entries([('b', None), ('a', None)], inner)}{self.tail(inner)}"
        return self.behind(key) + "\n" + self.items(meant, self.chance.choice([inner, indent]))

    def tail(self, indent: int) -> str:
        return f"\n{' ' * indent}# 0 tail of block" if self.remarks and self.likely(0.1) else ""

    def items(self, field: Field, indent: int) -> str:
        lines = []
        for _ in range(self.chance.randint(1, 3)):
            while self.remarks and self.likely(0.1):
                lines += [" " * indent + self.remark("-")] + [""] * self.likely(0.2)
            dash = " " * indent + "-"
            if field.noun and self.likely(0.6):
                room = self.chance.choice([1, 1, 3])
                inner = self.record(field.noun, indent + 1 + room).lstrip("\n")
                first = inner.lstrip(" ").startswith("#")
                lines.append(f"{dash}\n{inner}" if first else dash + " " * room + inner.lstrip(" "))
            else:
                lines.append(dash + self.value("-", field.noun, indent))
            lines += [""] * self.chance.choice([0, 0, 1, 2])
        return "\n".join(lines)

    # In brackets.

    def flow(self, meant: Field | type[Noun] | None, indent: int, owner: str = "?") -> str:
        if meant is None or (isinstance(meant, Field) and meant.form == "one"):
            return self.scalar() if self.likely(0.9) else '"one\n\n    two"'
        if isinstance(meant, Field) and meant.form in ("many", "records"):
            parts = [("-", self.flow(meant.noun, indent, "-")) for _ in range(self.chance.randint(0, 3))]
            return self.bracketed(parts, "[]")
        noun = meant.noun if isinstance(meant, Field) else meant
        if noun and not (isinstance(meant, Field) and meant.form == "record-map"):
            fields = self.chance.sample(list(shape(noun).fields.values()), self.chance.randint(1, 4))
            pairs = [(field.key, field) for field in fields]
        else:
            pairs = [("b", noun), ("a", noun)]
        parts = [(key, f"{key}: {self.flow(inner, indent, key)}") for key, inner in pairs]
        return self.bracketed(parts, "{}")

    def bracketed(self, parts: list[tuple[str, str]], brackets: str) -> str:
        made = brackets[0]
        for at, (key, part) in enumerate(parts):
            if self.remarks and self.likely(0.08):
                made += f"\n      {self.remark(key)}\n   "
            comma = "," if at < len(parts) - 1 or self.likely(0.2) else ""
            made += f" {part}{comma}"
            if self.remarks and self.likely(0.08):
                made += f" {self.remark(key)}\n  "
            elif self.likely(0.1):
                made += "\n     "
        return f"{made} {brackets[1]}"
