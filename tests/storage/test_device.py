"""A device is named once."""

from pathlib import Path

import pytest

from psoas_break.storage.device import Device


def test_a_kept_name_is_the_next_runs_name(folder: Path) -> None:
    first = Device(file=folder / "device-id")
    first.keep()
    assert Device(file=folder / "device-id").id == first.id


def test_a_name_not_kept_is_on_no_disk(folder: Path) -> None:
    Device(file=folder / "device-id")
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"\xff", b"not a name"])
def test_a_file_that_names_no_device_is_replaced(content: bytes, folder: Path) -> None:
    file = folder / "device-id"
    file.write_bytes(content)
    device = Device(file=file)
    device.keep()
    assert Device(file=file).id == device.id


def test_a_device_remembers_which_name_it_told(folder: Path) -> None:
    first = Device(file=folder / "device-id")
    first.keep_name("Annas Rechner")
    again = Device(file=folder / "device-id")
    assert (again.id, again.told_name) == (first.id, "Annas Rechner")
