"""Library and insights -> pages: which pages exist, where they stand, and what each one's template may see."""
