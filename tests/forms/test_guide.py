"""What docs/admin.md says is so."""

import re

from parley.cli import COMMANDS
from parley.cli.arguments import parser
from parley.write.admin.files import policy
from tests.sites import ROOT

GUIDE = (ROOT / "docs/admin.md").read_text("utf-8")


def test_every_command_is_understood() -> None:
    lines = re.findall(r"^parley (.+)$", GUIDE, re.MULTILINE)
    lines += [line.replace("VERSION", "3") for line in re.findall(r"`parley (new admin.*?)`", GUIDE)]
    assert len(lines) > 5
    for line in lines:
        parser(COMMANDS.values()).parse_args(line.split())


def test_what_is_said_of_the_policy_is_in_it() -> None:
    told = policy({})
    assert "It must allow `'unsafe-eval'` and styles in the page" in GUIDE
    assert "script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline';" in told
    assert "default-src 'none'" in told
