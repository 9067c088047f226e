"""Whatever the bytes are, reading ends in time in a result and messages of the promised form; it never raises."""

import time

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parley.read.brief import actors_read, brief_read, settings_read
from parley.read.files import SourceFile
from parley.read.references import dangling, known
from tests.read.full_brief import FULL
from tests.read.town import ACTORS, BRIEF, well_formed

SAME = settings(
    derandomize=True, max_examples=150, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)
# Signs and words that mean something to YAML, to Markdown or to the format, and some that mean harm.
PIECES = [
    *"\t\n\r :-#[]{}\"'`|>&*!%@,?\\~^<=\0\x1b\x85\xa0",
    *("\u2028", "\u202e", "\ufeff", "\ue000", "\udcff", "é", "e\u0301", "😀", "ﷺ", "İ", "ß"),
    *("- ", ": ", "\n  ", "\n\n", "---\n", "...\n", "<<: ", "*a ", "&a ", "!!x ", "? ", "| ", ">-\n", "%YAML 9\n"),
    *("[[", "]]", "[^", "[[brief:", "[[x|y]]", "``", "date: ", "of: ", "by: ", "who:\n", "\\x00", "\\ud800"),
    *("10 May 2025", "2025-02-30", "9999-12-31/..", "0001-01-01T00:00-12:00", "../../etc/passwd", "<script>"),
    *("x" * 3_000, "[" * 50, "- " * 50, "`" * 99, "true", "no", "con", "{{ 7*7 }}", "${jndi:x}", "%s%n"),
]
EDITS = st.lists(
    st.tuples(
        st.sampled_from(["insert", "cut", "repeat", "swap", "shift"]),
        st.floats(0, 1),
        st.integers(0, 60),
        st.sampled_from(PIECES),
    ),
    min_size=1,
    max_size=6,
)


def spoilt(text: str, edits: list[tuple[str, float, int, str]]) -> bytes:
    for how, where, length, piece in edits:
        at = int(where * len(text))
        lines = text.split("\n")
        row = min(int(where * len(lines)), len(lines) - 1)
        match how:
            case "insert":
                text = text[:at] + piece + text[at:]
            case "cut":
                text = text[:at] + text[at + length :]
            case "repeat":
                text = "\n".join([*lines[: row + 1], *lines[row:]])
            case "swap":
                other = length % len(lines)
                lines[row], lines[other] = lines[other], lines[row]
                text = "\n".join(lines)
            case _:
                lines[row] = " " * (length % 7) + lines[row].lstrip()
                text = "\n".join(lines)
    return text.encode("utf-8", "surrogatepass")


def check(data: bytes) -> None:
    """Read ``data`` as each of the three sorts of file, and everything that it mentions."""
    began = time.process_time()
    for read in (
        brief_read(SourceFile("briefs/a.yaml", data, "a"), "Europe/Kyiv"),
        actors_read(SourceFile("briefs/actors.yaml", data), "UTC"),
        settings_read(SourceFile("site.yaml", data)),
    ):
        world = known(read.actors, [read.brief] if read.brief else [], (), ())
        problems = [*read.problems, *dangling(read.file, read.slug, read.references, world)]
        for problem in problems:
            assert well_formed(problem), str(problem)
            assert problem.place.line <= data.count(b"\n") + data.count(b"\r") + 1
        assert problems or read.whole
    assert time.process_time() - began < 10


@SAME
@given(st.binary(max_size=400))
def test_any_bytes_may_stand_in_a_file(data):
    check(data)


@SAME
@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_any_signs_may_stand_in_a_file(pieces):
    check("".join(pieces).encode("utf-8", "surrogatepass"))


@SAME
@given(st.sampled_from([BRIEF, FULL, ACTORS]), EDITS)
def test_any_damage_to_a_brief_is_told(text, edits):
    check(spoilt(text, edits))


@SAME
@given(st.sampled_from([BRIEF, FULL]), st.text(max_size=200), st.integers(0, 10_000))
def test_any_text_may_stand_under_any_key(text, value, where):
    lines = text.split("\n")
    keyed = [row for row, line in enumerate(lines) if ": " in line]
    row = keyed[where % len(keyed)]
    key = lines[row].partition(": ")[0]
    written = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    lines[row] = f'{key}: "{written}"'
    check("\n".join(lines).encode("utf-8", "surrogatepass"))
