"""The content security policy of a page, widened by just what the preview needs: its script, its stylesheet, its
event stream.

Pages forbid all but their own files in a meta tag, and a browser enforces it in the preview too. It is widened on the
way out and only where it would stand in the way, so that a page that breaks its policy breaks it before the writer's
eyes.
"""

from __future__ import annotations

import html
import re

# What is needed, and where a browser looks when it is not named (CSP Level 3, section 6.8.3).
_NEEDED = {
    "connect-src": ("default-src",),
    "script-src-elem": ("script-src", "default-src"),
    "style-src-elem": ("style-src", "default-src"),
    "worker-src": ("child-src", "script-src", "default-src"),
}
_ENOUGH = {"'self'", "*"}
_META = re.compile(rb"<meta\b[^>]*content-security-policy[^>]*>", re.IGNORECASE)
_CONTENT = re.compile(rb"""(\bcontent\s*=\s*)(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_HTTP_EQUIV = re.compile(rb"""\bhttp-equiv\s*=\s*["']?content-security-policy["'\s/>]""", re.IGNORECASE)


def policy_for_preview(policy: str) -> str:
    """A serialised policy that also lets the preview's own files in; unchanged when it does so already."""
    directives: dict[str, list[str]] = {}
    for directive in policy.split(";"):
        name, *sources = directive.split() or [""]
        if name:
            directives.setdefault(name.lower(), sources)  # of a directive given twice the first one counts
    added = {}
    for name, fallback in _NEEDED.items():
        ruling = next((directives[one] for one in (name, *fallback) if one in directives), None)
        if ruling is not None and not _ENOUGH.intersection(map(str.lower, ruling)):
            added[name] = [*(source for source in ruling if source.lower() != "'none'"), "'self'"]
    if not added:
        return policy
    return "; ".join(" ".join([name, *sources]) for name, sources in (directives | added).items())


def page_with_policy(page: bytes) -> bytes:
    """An HTML page with every policy in its head widened for the preview; a policy must stand in the head to count."""
    end = page.find(b"</head")
    head, rest = (page[:end], page[end:]) if end >= 0 else (page, b"")
    return _META.sub(_widened_tag, head) + rest


def _widened_tag(match: re.Match[bytes]) -> bytes:
    tag = match[0]
    return _CONTENT.sub(_widened_content, tag) if _HTTP_EQUIV.search(tag) else tag


def _widened_content(match: re.Match[bytes]) -> bytes:
    given = match[2] if match[2] is not None else match[3]
    policy = html.unescape(given.decode("utf-8", "replace"))
    return match[1] + b'"' + html.escape(policy_for_preview(policy)).encode() + b'"'
