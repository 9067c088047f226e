"""Pages to bytes: the one Jinja environment, prose, stylesheet and icon."""
