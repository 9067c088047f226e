"""Help for writers: what a new brief, or a new site, begins with. Makes text; the command writes it, over nothing."""
