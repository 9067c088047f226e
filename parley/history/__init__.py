"""Earlier versions of a site's files, as git keeps them. Reads only; runs nothing that a repository asks for."""
