"""Files that are not read again while nobody writes them."""

import os

import pytest

from parley.read import kept_files
from parley.read.kept_files import KeptFiles, identities_of

OLD = 1_700_000_000_000_000_000


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.setattr(kept_files, "YOUNG", -(10**12))  # as if all had been written long ago
    path = tmp_path / "a.yaml"
    path.write_bytes(b"one")
    return path


def test_a_file_that_stays_as_it_is_is_read_once(file, monkeypatch):
    kept = KeptFiles()
    first = kept.data_at(str(file))
    monkeypatch.setattr(kept_files, "data_of", lambda _: pytest.fail("it was read again"))
    assert kept.data_at(str(file)) is first


@pytest.mark.parametrize("how", ["longer", "same size", "same size and time", "another in its place"])
def test_whatever_is_written_is_read(file, how):
    kept = KeptFiles()
    assert kept.data_at(str(file)) == b"one"
    there = file.stat()
    if how == "another in its place":
        other = file.with_name("b")
        other.write_bytes(b"two")
        other.rename(file)
    else:
        file.write_bytes(b"two and more" if how == "longer" else b"two")
    if how == "same size and time":
        os.utime(file, ns=(there.st_atime_ns, there.st_mtime_ns))
    assert kept.data_at(str(file))[:3] == b"two"


def test_a_young_file_is_read_again_though_nothing_tells_it_from_before(tmp_path, monkeypatch):
    path = tmp_path / "a.yaml"
    path.write_bytes(b"one")
    kept = KeptFiles()
    assert kept.data_at(str(path)) == b"one"
    path.write_bytes(b"two")
    there = path.stat()
    monkeypatch.setattr(kept_files.os, "stat", lambda _: there)
    assert kept.data_at(str(path)) == b"two"
    assert identities_of([str(path)]) is None


def test_equal_bytes_stay_the_same_object(file):
    kept = KeptFiles()
    first = kept.data_at(str(file))
    file.write_bytes(b"one")
    assert kept.data_at(str(file)) is first


def test_what_is_asked_for_no_more_is_forgotten(file):
    kept = KeptFiles()
    first = kept.data_at(str(file))
    kept.forget_others()
    kept.forget_others()
    assert kept.data_at(str(file)) is not first
