"""The recipe: how a folder of text becomes a site."""

from parley.site.build import built
from parley.site.folders import built_in_theme, sources, theme_folders
from parley.site.order import Built, Order, Work
from parley.site.work import SHARED, checked, known_actors, named, worked_out

__all__ = [
    "SHARED",
    "Built",
    "Order",
    "Work",
    "built",
    "built_in_theme",
    "checked",
    "known_actors",
    "named",
    "sources",
    "theme_folders",
    "worked_out",
]
