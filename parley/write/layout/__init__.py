"""The layout of a YAML file as typed: where each entry and comment stands, and the same text put in order.

Nothing here re-emits a value from what it means: scalars are moved as the characters that were typed.
"""
