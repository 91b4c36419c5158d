"""Anchors survive a restart, and their damage does no harm."""

from pathlib import Path

import pytest

from psoas_break.storage.anchors import AnchorFiles
from psoas_break.storage.atomic import StorageError
from tests.disk import Disk

VALUES: dict[str, object] = {"state": "sitting", "value": 12.5, "base": None, "ä": [1]}


@pytest.fixture
def anchors(folder: Path) -> AnchorFiles:
    return AnchorFiles(folder=folder / "state" / "anchors")


def test_what_was_saved_is_loaded_by_the_next_run(
    folder: Path, anchors: AnchorFiles
) -> None:
    anchors.save("sitting", VALUES)
    assert AnchorFiles(folder=folder / "state" / "anchors").load("sitting") == VALUES


def test_the_last_save_counts(anchors: AnchorFiles) -> None:
    anchors.save("sitting", {"value": 1})
    anchors.save("sitting", {"value": 2})
    assert anchors.load("sitting") == {"value": 2}


def test_names_do_not_mix(anchors: AnchorFiles) -> None:
    anchors.save("sitting", VALUES)
    assert anchors.load("rotation") is None


@pytest.mark.parametrize("name", ["", "../x", "A", "a/b", "a.json", "x" * 99])
def test_a_name_that_is_no_file_name_is_a_mistake(
    name: str, anchors: AnchorFiles
) -> None:
    with pytest.raises(ValueError, match="is no name of an anchor"):
        anchors.save(name, {})


@pytest.mark.parametrize(
    "content", [b"", b"\0" * 80, b'{"state": "sit', b"[1]", b"\xff", b"[" * 100_000]
)
def test_a_damaged_anchor_is_kept_beside(
    content: bytes, folder: Path, anchors: AnchorFiles
) -> None:
    anchors.save("sitting", VALUES)
    file = folder / "state" / "anchors" / "sitting.json"
    file.write_bytes(content)
    assert anchors.load("sitting") is None
    (kept,) = file.parent.glob("sitting.json.damaged-*")
    assert (kept.read_bytes(), file.exists()) == (content, False)


def test_a_damaged_anchor_is_named_once(folder: Path, anchors: AnchorFiles) -> None:
    anchors.save("sitting", VALUES)
    (folder / "state" / "anchors" / "sitting.json").write_bytes(b"")
    for _ in range(2):
        anchors.load("sitting")
    (problem,) = anchors.problems()
    assert problem.startswith("sitting.json was damaged")


def test_a_folder_in_the_place_of_an_anchor_is_named(
    folder: Path, anchors: AnchorFiles
) -> None:
    (folder / "state" / "anchors" / "sitting.json").mkdir(parents=True)
    assert anchors.load("sitting") is None
    assert "cannot be read" in anchors.problems()[0]


def test_a_full_disk_leaves_the_old_values(disk: Disk) -> None:
    anchors = AnchorFiles(folder=disk.folder)
    anchors.save("sitting", VALUES)
    disk.fill()
    with pytest.raises(StorageError, match="No space left on device"):
        anchors.save("sitting", {"state": "x" * 5000})
    assert anchors.load("sitting") == VALUES


def test_a_full_disk_leaves_no_litter(disk: Disk) -> None:
    anchors = AnchorFiles(folder=disk.folder)
    disk.fill()
    with pytest.raises(StorageError):
        anchors.save("sitting", {"state": "x" * 5000})
    assert [entry.name for entry in disk.folder.iterdir()] == ["filler"]


def test_a_read_only_folder_is_one_kind_of_error(disk: Disk) -> None:
    anchors = AnchorFiles(folder=disk.folder / "anchors")
    with disk.read_only(), pytest.raises(StorageError, match="Read-only file system"):
        anchors.save("sitting", VALUES)


def test_the_shell_may_catch_it_as_an_ordinary_error() -> None:
    assert issubclass(StorageError, OSError)


def test_an_anchor_is_for_its_owner_alone(folder: Path, anchors: AnchorFiles) -> None:
    anchors.save("sitting", VALUES)
    made = folder / "state" / "anchors" / "sitting.json"
    assert {path.stat().st_mode & 0o077 for path in (made, made.parent)} == {0}
