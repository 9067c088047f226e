"""Problems as SARIF 2.1.0, for code scanning and for editors that read it.

Source: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0" (§ numbers below are its own).
"""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from parley import __version__
from parley.cli.harmless import harmless_json
from parley.write.catalogue.collected import catalogue
from parley.write.catalogue.entry import Entry

if TYPE_CHECKING:
    from parley.cli.excerpts import Excerpts
    from parley.model.problem import Mend, Problem

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "%SRCROOT%"


def sarif(problems: Sequence[Problem], excerpts: Excerpts) -> str:
    """A log of one run. Rules are the whole catalogue, so that a code keeps its meaning where nothing is wrong now."""
    known = catalogue()
    unknown = {problem.code: Entry(code=problem.code, title=problem.code, says="") for problem in problems}
    rules = {**{code: entry for code, entry in unknown.items() if code not in known}, **known}
    order = {code: at for at, code in enumerate(rules)}
    marks = _fingerprints(problems, excerpts)
    results = [
        _result(problem, order[problem.code], mark, excerpts) for problem, mark in zip(problems, marks, strict=True)
    ]
    driver = {"name": "Parley", "version": __version__, "rules": [_rule(entry) for entry in rules.values()]}
    run = {
        "tool": {"driver": driver},
        "originalUriBaseIds": {ROOT: {"description": {"text": "The folder that Parley was run in."}}},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return harmless_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(entry: Entry) -> dict[str, Any]:
    rule: dict[str, Any] = {"id": entry.code, "shortDescription": {"text": entry.title}}
    if entry.says:
        rule["fullDescription"] = {"text": entry.says}
        rule["help"] = {"text": entry.says, "markdown": entry.says}
    return rule


def _result(problem: Problem, rule: int, mark: str, excerpts: Excerpts) -> dict[str, Any]:
    where: dict[str, Any] = {"artifactLocation": _location(problem.place.file)}
    if problem.place.line:
        where["region"] = {"startLine": problem.place.line, "startColumn": max(problem.place.column, 1)}
    result: dict[str, Any] = {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": problem.severity,
        "message": {"text": f"{problem.found}; {problem.expected}"},
        "locations": [{"physicalLocation": where}],
        "partialFingerprints": {"parleyProblem/v1": mark},
    }
    if problem.mend:
        lines = excerpts.lines(problem.place.file)
        result["fixes"] = [_fix(problem.mend, problem.expected, lines, where["artifactLocation"])]
    return result


def _fix(mend: Mend, expected: str, lines: Sequence[str], location: dict[str, Any]) -> dict[str, Any]:
    """The lines of ``mend`` in the place of those that are there; an end column is the first one behind (§3.30.8)."""
    end = len(lines[mend.last - 1]) + 1 if mend.last <= len(lines) else 1
    deleted = {"startLine": mend.first, "startColumn": 1, "endLine": mend.last, "endColumn": end}
    replacement = {"deletedRegion": deleted, "insertedContent": {"text": mend.text}}
    change = {"artifactLocation": location, "replacements": [replacement]}
    return {"description": {"text": expected}, "artifactChanges": [change]}


def _location(path: str) -> dict[str, Any]:
    """``path`` as a URI below the root (§3.4.4), or a whole one where it is not below it."""
    if path.startswith(("/", "../")) or Path(path).is_absolute():
        return {"uri": Path(os.path.abspath(path)).as_uri()}  # noqa: PTH100 - links may lead in a circle
    return {"uri": quote(os.fsencode(path)), "uriBaseId": ROOT}


def _fingerprints(problems: Sequence[Problem], excerpts: Excerpts) -> list[str]:
    """What each problem is known by when lines move (§3.27.17): its code, its file, the text of its line, and which of
    several such ones it is."""
    seen: Counter[str] = Counter()
    marks = []
    for problem in problems:
        lines = excerpts.lines(problem.place.file)
        line = lines[problem.place.line - 1].strip() if 1 <= problem.place.line <= len(lines) else ""
        known_by = "\0".join([problem.code, problem.place.file, line]).encode("utf-8", "surrogateescape")
        mark = hashlib.sha256(known_by).hexdigest()[:32]
        seen[mark] += 1
        marks.append(f"{mark}:{seen[mark]}")
    return marks
