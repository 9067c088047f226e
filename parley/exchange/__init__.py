"""Files of other programs -> what a brief may take from them. Everything that can't be taken is told with its line."""
