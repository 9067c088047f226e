"""A recipe is data: the same for the same site, and of no use where another bench would come of it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from parley.pages.every import unit_names
from parley.site import Order
from parley.site.kit import kit, unlike
from parley.site.recipe import Recipe, Unusable, kept, recipe_of
from tests.site.benches import bench_of
from tests.sites import FILES, NOW, ROOT, written

OWN = {
    **FILES,
    "site.yaml": FILES["site.yaml"]
    + "time_zone: Pacific/Auckland\npages: {guide: texts}\nidentity: {corners: round}\n",
    "texts/index.md": "# Guide\n\n[More](more.md)\n",
    "texts/more.md": "# More\n\nText.\n",
    "theme/css/site.css": "p { color: red }\n",
}


def recipe(root: Path) -> bytes:
    return recipe_of(Order(root, NOW), bench_of(root))


def test_a_bench_of_a_recipe_makes_what_the_one_at_home_makes(tmp_path: Path) -> None:
    root = written(tmp_path, OWN)
    bench, away = bench_of(root), kept(recipe(root)).bench
    for unit in unit_names(bench.desk):
        assert away.made(unit) == bench.made(unit)


def test_it_holds_what_is_read_and_nothing_else(tmp_path: Path) -> None:
    root = written(tmp_path, {**OWN, "briefs/notes.txt": "private", "secret.yaml": "x: y"})
    assert set(msgspec.msgpack.decode(recipe(root), type=Recipe).files) == set(OWN)


def test_it_is_the_same_for_the_same_site_in_any_process_and_folder(tmp_path: Path) -> None:
    code = "import sys; from pathlib import Path; from tests.site.test_recipe import recipe; "
    code += "sys.stdout.buffer.write(recipe(Path(sys.argv[1])))"
    found = {recipe(written(tmp_path / "here", OWN))}
    for seed in ("1", "2"):
        folder = written(tmp_path / seed, OWN)
        environment = {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"}
        found.add(subprocess.check_output([sys.executable, "-c", code, str(folder)], env=environment, cwd=ROOT))
    assert len(found) == 1


def test_sources_that_were_saved_meanwhile_make_it_unusable(tmp_path: Path) -> None:
    root = written(tmp_path, OWN)
    bench = bench_of(root)
    written(root, {"texts/more.md": "# More\n\nOther text.\n"})
    with pytest.raises(Unusable, match="saved meanwhile"):
        kept(recipe_of(Order(root, NOW), bench))


def test_another_version_and_what_is_no_recipe_are_refused(tmp_path: Path) -> None:
    found = msgspec.msgpack.decode(recipe(written(tmp_path, OWN)), type=Recipe)
    older = msgspec.structs.replace(kit(), versions={**kit().versions, "Python": "3.9.1"})
    with pytest.raises(Unusable, match="Python"):
        kept(msgspec.msgpack.encode(msgspec.structs.replace(found, kit=older)))
    with pytest.raises(Unusable):
        kept(b"\x80")


def test_a_kit_tells_in_what_another_differs() -> None:
    here = kit()
    assert unlike(here, kit()) == ""
    other = msgspec.structs.replace(here, versions={**here.versions, "jinja2": "3.0"})
    assert unlike(here, other) == f"jinja2 3.0, and here it is {here.versions['jinja2']}"
    assert unlike(here, msgspec.structs.replace(here, code=b"x")).startswith("other code of Parley")
    assert unlike(here, msgspec.structs.replace(here, versions={})).startswith("Parley none")
