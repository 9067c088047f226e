"""Every kind of problem that Parley tells, with an example and its mend: for the docs, and for who asks for a code."""
