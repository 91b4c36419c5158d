"""A file is the old one or the new one."""

from pathlib import Path

import pytest

from psoas_break.storage.atomic import (
    StorageError,
    beside,
    beside_unused,
    replace_file,
)


def test_a_file_is_replaced_whole(folder: Path) -> None:
    file = folder / "file"
    for content in (b"long " * 1000, b"short"):
        replace_file(file, content)
    assert file.read_bytes() == b"short"


def test_folders_are_made_for_the_owner_alone(folder: Path) -> None:
    replace_file(folder / "a" / "b" / "file", b"x")
    made = [folder / "a", folder / "a" / "b", folder / "a" / "b" / "file"]
    assert {path.stat().st_mode & 0o077 for path in made} == {0}


def test_what_a_kill_left_half_written_is_no_obstacle(folder: Path) -> None:
    (folder / ".file.new").write_bytes(b"half")
    replace_file(folder / "file", b"whole")
    assert [entry.name for entry in folder.iterdir()] == ["file"]


def test_a_link_to_nowhere_is_filled(folder: Path) -> None:
    (folder / "link").symlink_to("target")
    replace_file(folder / "link", b"x")
    assert (folder / "target").read_bytes() == b"x"


@pytest.mark.parametrize("name", ["file/below", "folder", f"{'x' * 300}/below"])
def test_an_impossible_place_is_named(name: str, folder: Path) -> None:
    (folder / "file").write_bytes(b"")
    (folder / "folder").mkdir()
    with pytest.raises(StorageError, match="cannot be written: "):
        replace_file(folder / name, b"x")


def test_a_spoiled_file_gets_the_same_name_while_it_is_the_same(
    folder: Path,
) -> None:
    (folder / "file").write_bytes(b"x")
    assert beside(folder / "file", "bad") == beside(folder / "file", "bad")


def test_a_name_in_use_is_not_used_again(folder: Path) -> None:
    (folder / "file").write_bytes(b"x")
    names = []
    for _ in range(3):
        names.append(beside_unused(folder / "file", "bad"))
        names[-1].write_bytes(b"")
    assert len(set(names)) == 3
