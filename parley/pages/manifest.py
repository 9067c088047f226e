"""The web manifest: by which name and icon a phone or a desktop keeps the site (W3C, Web Application Manifest)."""

from __future__ import annotations

from parley.model.page import Page
from parley.pages.desk import Desk
from parley.pages.social_parts import IconEntry, ManifestView
from parley.words.labels import direction

NAME = "manifest.webmanifest"
SHORT = 12  # letters of a name below an icon, about
PICTURES = {
    "icon.svg": ("any", "image/svg+xml", "any"),
    "icon-192.png": ("192x192", "image/png", "any"),
    "icon-512.png": ("512x512", "image/png", "any"),
    "maskable-512.png": ("512x512", "image/png", "maskable"),
}


def manifest_page(desk: Desk) -> Page:
    """The manifest, at the site's top; of the icons, those that the theme has."""
    settings, assets = desk.library.settings, desk.dressing.assets
    view = ManifestView(
        name=settings.name,
        short_name=short_name(settings.name),
        description=settings.tagline,
        lang=settings.language,
        dir=direction(settings.language),
        icons=tuple(
            IconEntry(src=assets[name], sizes=sizes, type=kind, purpose=purpose)
            for name, (sizes, kind, purpose) in PICTURES.items()
            if name in assets
        ),
    )
    return Page(path=NAME, template=NAME, view=view)


def short_name(name: str) -> str:
    """As many of the first words of ``name`` as find room below an icon, or the one word there is."""
    first, *words = name.split() or [""]
    for word in words:
        if len(f"{first} {word}") > SHORT:
            break
        first = f"{first} {word}"
    return first
