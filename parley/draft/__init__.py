"""From an article's plain text to the skeleton of a brief: rules and word lists for English news prose.

No network and no model. What a rule is sure of is filled in, the rest is TODO; what looked like a move and was not
understood is listed, for a reporter must know what was passed over.
"""
