"""Pages as linked data: what a page tells, in the words of schema.org, as plain trees that become JSON-LD.

One module a kind of thing. Nothing is stated here that the page does not tell; what schema.org has no word for is left
out, and so is what is not known.
"""
