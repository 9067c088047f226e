"""The forms in which problems are told: for a terminal, and for the programs that read them."""
