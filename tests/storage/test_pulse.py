"""The last sign of life: written in place, and no worse than nothing when damaged."""

import os
from pathlib import Path

import pytest

from psoas_break.storage.pulse import SIZE, PulseFile
from tests.disk import small_disk


@pytest.fixture
def pulse(folder: Path) -> PulseFile:
    return PulseFile(file=folder / "pulse")


def test_the_last_one_counts_for_the_next_run(folder: Path, pulse: PulseFile) -> None:
    pulse.beat({"at": ["2026-03-02T09:00:00.123456+01:00", 259_200.25]})
    pulse.beat({"at": ["2026-03-02T09:03:00+01:00", 259_380.0]})
    kept = PulseFile(file=folder / "pulse").last()
    assert kept == {"at": ["2026-03-02T09:03:00+01:00", 259_380.0]}


def test_before_the_first_there_is_none(pulse: PulseFile) -> None:
    assert pulse.last() == {}


@pytest.mark.parametrize("content", [b"", b"\0" * SIZE, b'{"at": [', b"[1]", b"\xff"])
def test_damaged_it_says_nothing(
    content: bytes, folder: Path, pulse: PulseFile
) -> None:
    (folder / "pulse").write_bytes(content)
    assert pulse.last() == {}


def test_it_is_written_over_in_place(folder: Path, pulse: PulseFile) -> None:
    pulse.beat({"at": 1})
    before = (folder / "pulse").stat()
    pulse.beat({"at": 2})
    after = (folder / "pulse").stat()
    assert (after.st_ino, after.st_size) == (before.st_ino, SIZE)


def test_it_waits_for_no_disk(
    pulse: PulseFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: pytest.fail("it waits"))
    pulse.beat({"at": 1})


def test_what_has_no_room_is_a_mistake(pulse: PulseFile) -> None:
    with pytest.raises(ValueError, match="too many"):
        pulse.beat({"at": "x" * SIZE})


def test_where_it_cannot_be_written_that_is_said(folder: Path) -> None:
    with small_disk(folder / "disk") as disk, disk.read_only():
        pulse = PulseFile(file=disk.folder / "pulse")
        with pytest.raises(OSError, match="Read-only"):
            pulse.beat({"at": 1})


def test_a_full_disk_still_takes_another_one(folder: Path) -> None:
    with small_disk(folder / "disk") as disk:
        pulse = PulseFile(file=disk.folder / "pulse")
        pulse.beat({"at": 1})
        disk.fill()
        pulse.beat({"at": 2})
        assert pulse.last() == {"at": 2}
