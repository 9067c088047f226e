"""What helps whoever keeps a new site: the doors of `make`, what they install, and a page that says how to begin.

None of it is the site's content. The doors work in a fresh clone on any machine: each first sets up what it needs, in a
folder of the site's own, and a folder that was half set up, was moved, or lost its Python is set up anew.
"""

from __future__ import annotations

from collections.abc import Mapping

VENDOR = "vendor"


def site_help(wheel: str) -> Mapping[str, str]:
    """The files by path; ``wheel`` is the name of Parley's wheel in `vendor/`, empty where there is none."""
    needed = NEEDED.format(line=f"./{VENDOR}/{wheel}") if wheel else UNNAMED
    return {"Makefile": MAKEFILE, "requirements.txt": needed, "README.md": README}


MAKEFILE = """\
# The doors of this site. Each first sets up what it needs: Parley in .venv, as requirements.txt says.
# That takes Python 3.11 or later; if python3 is another one: make serve PYTHON=python3.13
# With a Parley that is installed already, and no .venv: make serve PARLEY=/where/it/is/parley

PYTHON ?= python3

.DEFAULT_GOAL := serve
.PHONY: serve build check setup clean

ifdef PARLEY
READY :=
else
PARLEY := .venv/bin/parley
READY := .venv/ready
endif

serve: $(READY) ## show the site at http://127.0.0.1:8000/, and again at every save; drafts, too
	@$(PARLEY) serve --drafts $(ARGS)

build: $(READY) ## make the site, into output/
	@$(PARLEY) build $(ARGS)

check: $(READY) ## tell every problem; write nothing
	@$(PARLEY) check $(ARGS)

setup: $(READY) ## only set up .venv

clean: ## take away all that is made: .venv, the site, what a build remembers
	@rm -rf .venv output .parley .schema

# .venv holds for one place and one Python: a folder that was moved is set up anew.
PLACE := pwd -P; .venv/bin/python -I -S -c 'import sys; print(*sys.version_info[:2])' 2>/dev/null || echo none
ifneq ($(shell cat .venv/ready 2>/dev/null),$(shell $(PLACE)))
.PHONY: .venv/ready
endif

# The Python is the one that .venv was made with, in case python3 is that in .venv, which is about to go.
.venv/ready: requirements.txt $(wildcard vendor/*.whl)
	@set -eu; \\
	stop() { echo "make: $$1" >&2; exit 1; }; \\
	base=$$($(PYTHON) -c 'import sys; print(sys._base_executable)') || \\
		stop 'no Python found; name one: make PYTHON=/where/python/is'; \\
	"$$base" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \\
		stop "Parley needs Python 3.11 or later, not $$("$$base" --version); name another: make PYTHON=/where/it/is"; \\
	"$$base" -c 'import ensurepip, venv' || \\
		stop 'this Python makes no virtual environments; on Debian and Ubuntu: sudo apt install python3-venv'; \\
	echo "Setting up .venv with $$("$$base" --version); this happens once"; \\
	rm -rf .venv; \\
	"$$base" -m venv .venv || stop 'no .venv could be made, as told above'; \\
	echo '*' >.venv/.gitignore; \\
	.venv/bin/python -I -m pip install --quiet --disable-pip-version-check --requirement requirements.txt || \\
		stop 'Parley could not be installed, as told above; once that is mended, run the same again'; \\
	test -x .venv/bin/parley || stop 'requirements.txt names no Parley; its first lines say how it does'; \\
	{ $(PLACE); } >$@
"""

NEEDED = """\
# What this site runs on; `make` installs it into .venv. Keep this file and vendor/ with the site.
# A newer Parley: put its wheel into vendor/, write its name here, delete the old one, and run `make check`.
# [search] is the site's full-text search, a program of 10 MB; the site works without.
{line}[search]
"""

UNNAMED = """\
# What this site runs on; `make` installs it into .venv. Keep this file and vendor/ with the site.
# Parley was not found as a wheel. Put one into vendor/, and take the sign "#" and the space away in front of its name:
# ./vendor/parley-VERSION-py3-none-any.whl[search]
"""

README = """\
# My desk

This folder is a site. Each story is one file in `briefs/`, and Parley makes the pages of it: who is involved, what was
proposed, who said no and why, and what comes next.

## See it

Open a terminal (the window in which you type commands) in this folder, and type:

    make serve

Then open <http://127.0.0.1:8000/> in a browser. The first time, this sets up what it needs in the folder `.venv`; for
that it needs the internet and about a minute. From then on the page follows whatever you save. Ctrl-C stops it.

It takes Python 3.11 or later and make. On Debian and Ubuntu: `sudo apt install python3-venv make`; on a Mac:
`xcode-select --install`, and Python from <https://www.python.org/downloads/>.

## Write

- `briefs/first-brief.yaml` is an example. Write over it, or delete it once you have a story of your own.
- A new story: `.venv/bin/parley new brief "Who pays for the bridge?"`. It says TODO wherever you must write something.
- Is all of it right? `make check` tells every problem, with its file and line.
- What a message means: `.venv/bin/parley explain`, and the word in brackets behind the message.
- The site's name, its language and its address stand in `site.yaml`.

`. .venv/bin/activate` lets you type `parley` in place of `.venv/bin/parley` until you close the terminal.

## Publish

`make build` makes the site in the folder `output`. Put what is in it on any web server; nothing else is needed there.

## What is here

| | |
|---|---|
| `briefs/` | the stories, and the people and organisations in them |
| `site.yaml` | the site's own settings |
| `vendor/`, `requirements.txt` | the Parley that this site is made with; keep both with the site |
| `Makefile` | what `make serve`, `make build`, `make check` and `make clean` do |
| `.venv/`, `output/`, `.parley/`, `.schema/` | made anew whenever they are missing; they need no copy |
| `.vscode/` | help for Visual Studio Code |
"""
