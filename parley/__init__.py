"""Parley turns structured YAML briefs into a static site of explainers and cross-linked actor pages."""

__version__ = "0.1.0"
