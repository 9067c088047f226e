"""Text -> briefs, actors and settings, with every problem located. Reads files; decides nothing about their meaning."""
