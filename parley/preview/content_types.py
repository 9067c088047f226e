"""The Content-Type of a path, by its ending. An own table: the system's (which `mimetypes` reads) differs from
machine to machine."""

from __future__ import annotations

from pathlib import PurePosixPath

_TEXT = {
    "html": "text/html", "htm": "text/html", "css": "text/css", "js": "text/javascript",
    "mjs": "text/javascript", "txt": "text/plain", "md": "text/markdown", "csv": "text/csv",
    "ics": "text/calendar", "bib": "application/x-bibtex", "vtt": "text/vtt", "svg": "image/svg+xml",
    "xml": "application/xml", "xsl": "application/xml", "atom": "application/atom+xml", "rss": "application/rss+xml",
}  # fmt: skip
_OTHER = {
    "json": "application/json", "jsonld": "application/ld+json", "map": "application/json",
    "geojson": "application/geo+json", "webmanifest": "application/manifest+json",
    "wasm": "application/wasm", "pdf": "application/pdf", "zip": "application/zip",
    "yaml": "application/yaml", "yml": "application/yaml", "gz": "application/gzip",
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
    "webp": "image/webp", "avif": "image/avif", "ico": "image/x-icon",
    "woff2": "font/woff2", "woff": "font/woff", "ttf": "font/ttf", "otf": "font/otf",
    "mp3": "audio/mpeg", "ogg": "audio/ogg", "mp4": "video/mp4", "webm": "video/webm",
}  # fmt: skip
_BY_ENDING = {ending: f"{kind}; charset=utf-8" for ending, kind in _TEXT.items()} | _OTHER


def content_type(path: str) -> str:
    """The type of a file by its ending; bytes without a known one are just bytes (the browser is told not to guess)."""
    return _BY_ENDING.get(PurePosixPath(path).suffix.lower().removeprefix("."), "application/octet-stream")
