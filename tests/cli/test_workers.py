"""``--jobs`` and ``--executor``: what is taken, and what is refused in one clear line."""

import re

import pytest

from parley.cli import COMMANDS
from parley.cli.arguments import order_of, parser
from tests.sites import FILES, run, written


@pytest.mark.parametrize("command", ["build", "serve", "check"])
def test_jobs_are_part_of_the_order(command: str) -> None:
    wish = parser(COMMANDS.values()).parse_args([command, "--jobs", "3"])
    assert order_of(wish).jobs == 3
    assert order_of(parser(COMMANDS.values()).parse_args([command])).jobs == 0


@pytest.mark.parametrize("number", ["0", "-1", "two", "1.5", "1001", "99999999999", "٣", ""])
def test_a_number_of_jobs_that_is_none_is_wrong_use(number: str, capsys) -> None:
    with pytest.raises(SystemExit) as ended:
        parser(COMMANDS.values()).parse_args(["build", f"--jobs={number}"])
    assert ended.value.code == 2
    assert f'"{number}" is no number of processes; give one from 1 to 1000' in capsys.readouterr().err


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("ray://host:1", "is none that is known; give a Dask scheduler: dask://host:port"),
        ("host:1", "is none that is known"),
        *(
            (f"dask://{rest}", "is not of the form dask://host:port")
            for rest in ("host", ":1", "h:0", "h:70000", "h:1/x")
        ),
        ("dask://user:word@host:1", "is not of the form dask://host:port"),
    ],
)
def test_an_executor_that_is_none_is_wrong_use(address: str, told: str, capsys) -> None:
    with pytest.raises(SystemExit) as ended:
        parser(COMMANDS.values()).parse_args(["build", "--executor", address])
    assert ended.value.code == 2
    assert told in capsys.readouterr().err


def test_a_missing_package_is_told_with_what_to_install(capsys, monkeypatch) -> None:
    monkeypatch.setattr("parley.cli.workers.PACKAGE", "no_such_package_at_all")
    with pytest.raises(SystemExit) as ended:
        parser(COMMANDS.values()).parse_args(["build", "--executor", "dask://host:1"])
    assert ended.value.code == 2
    assert 'pip install "parley[dask]"' in capsys.readouterr().err


def test_an_executor_is_for_pages_and_instead_of_jobs(capsys, monkeypatch, tmp_path) -> None:
    monkeypatch.setattr("parley.cli.workers.PACKAGE", "json")
    parse = parser(COMMANDS.values()).parse_args
    with pytest.raises(SystemExit):
        parse(["build", "--executor", "dask://host:1", "--jobs", "2"])
    with pytest.raises(SystemExit):
        parse(["serve", "--executor", "dask://host:1"])
    capsys.readouterr()
    wish = parse(["check", "--executor", "dask://host:1", "--root", str(tmp_path)])
    from parley.cli.arguments import WrongUse

    with pytest.raises(WrongUse, match="--pages"):
        COMMANDS["check"].run(order_of(wish), wish)


def test_the_bytes_are_those_of_any_other_number_of_jobs(tmp_path) -> None:
    root = written(tmp_path, FILES)
    for jobs in ("1", "2"):
        done = run("build", "--jobs", jobs, "--output", jobs, cwd=root)
        assert done.returncode == 0, done.stderr
    one, two = (
        {path.relative_to(root / jobs): path.read_bytes() for path in (root / jobs).rglob("*") if path.is_file()}
        for jobs in ("1", "2")
    )
    assert one == two


def test_verbose_tells_why_each_file_was_rendered_and_how_many_were_kept(tmp_path) -> None:
    root = written(tmp_path, FILES)
    first = run("build", "-v", cwd=root).stdout.splitlines()
    assert "Rendered index.html: there is nothing that it could be kept from" in first
    counts = re.fullmatch(r"Rendered (\d+) files, kept 0; (\d+) of (\d+) units made", first[-3])
    assert counts
    assert int(counts[1]) == sum(line.startswith("Rendered ") for line in first) - 1
    assert counts[2] == counts[3]
    assert run("build", "-v", cwd=root).stdout.splitlines()[0].startswith("Rendered 0 files, kept ")
    text = FILES["briefs/bridge.yaml"].replace("It is not safe.", "It is unsafe.")
    again = run("build", "-v", cwd=written(root, {"briefs/bridge.yaml": text})).stdout.splitlines()
    (why,) = (line for line in again if line.startswith("Rendered briefs/bridge/index.html: "))
    assert why.partition(": ")[2].startswith("changed: ")


@pytest.mark.parametrize("address", ["dask://[::1", "dask://\u2100:1", "dask:", "dask"])
def test_an_address_that_is_none_is_told_with_the_right_form(address: str, capsys) -> None:
    with pytest.raises(SystemExit) as ended:
        parser(COMMANDS.values()).parse_args(["build", f"--executor={address}"])
    assert ended.value.code == 2
    assert "dask://host:port" in capsys.readouterr().err
