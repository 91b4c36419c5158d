"""Own routines are written so that they read back, and nothing else is lost."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from psoas_break.domain.routine import Catalogue, Item, Routine
from psoas_break.storage.atomic import StorageError
from psoas_break.storage.catalogue import load
from psoas_break.storage.own_routines import RoutineFile
from psoas_break.storage.resources import find_resources

HIPS = Routine(
    id="own-1",
    name="Morning “hips”",
    own=True,
    items=(
        Item(exercise="stand-up-and-move", amount=timedelta(seconds=30)),
        Item(exercise="standing-hip-flexor-stretch", amount=timedelta(seconds=40)),
        Item(exercise="hip-hinge-rdl", amount=10),
        Item(exercise="breath-standing", amount=6),
        Item(exercise="seated-march"),
    ),
)
MAT = Routine(
    id="own-2", name="Mat", own=True, items=(Item(exercise="glute-bridge", amount=9),)
)
BY_HAND = """# My own words.
schema = 1
rotation = ["mine"]  # and mine only

[[routine]]
id = "broken"
name.en = "Broken"
item = [{ exercise = "handstand" }]

[[routine]]
id = "mine"
name.en = "Mine"
item = [{ exercise = "glute-bridge", repetitions = 8 }]
"""


def read(folder: Path) -> tuple[Catalogue, list[Routine], list[str]]:
    catalogue, problems = load(find_resources(), folder)
    own = [one for one in catalogue.routines.values() if one.own]
    return catalogue, own, [str(problem) for problem in problems]


def save(folder: Path, *routines: Routine) -> str:
    catalogue, was, _problems = read(folder)
    return RoutineFile(folder / "routines.toml").save(
        routines, was=was, catalogue=catalogue
    )


def test_what_is_saved_reads_back(tmp_path: Path) -> None:
    assert save(tmp_path / "new", HIPS, MAT) == ""

    assert read(tmp_path / "new")[1:] == ([HIPS, MAT], [])


def test_they_keep_their_order_and_the_deleted_go(tmp_path: Path) -> None:
    save(tmp_path, HIPS, MAT)
    other = replace(MAT, id="own-3", name="Other")

    save(tmp_path, other, HIPS)

    assert read(tmp_path)[1:] == ([other, HIPS], [])


def test_the_last_one_can_go(tmp_path: Path) -> None:
    save(tmp_path, HIPS)
    save(tmp_path)

    assert read(tmp_path)[1:] == ([], [])


def test_a_persons_own_words_stay(tmp_path: Path) -> None:
    file = tmp_path / "routines.toml"
    file.write_text(BY_HAND, "utf-8")
    (mine,) = read(tmp_path)[1]

    save(tmp_path, replace(mine, name="Still mine"), MAT)

    text = file.read_text("utf-8")
    assert "# My own words." in text
    assert "# and mine only" in text
    assert '"handstand"' in text
    catalogue, own, problems = read(tmp_path)
    assert [one.name for one in own] == ["Still mine", "Mat"]
    assert catalogue.rotation[-1] == "mine"
    assert len(problems) == 1


def test_a_file_of_a_windows_editor_is_gone_on_with(tmp_path: Path) -> None:
    file = tmp_path / "routines.toml"
    file.write_text("\ufeff" + BY_HAND, "utf-8")

    assert save(tmp_path, *read(tmp_path)[1], MAT) == ""
    assert [one.name for one in read(tmp_path)[1]] == ["Mine", "Mat"]


@pytest.mark.parametrize("spoiled", [b"schema = ", b"\xff\xfe", b"routine = 7\n"])
def test_a_spoiled_file_is_kept_beside_or_made_good(
    tmp_path: Path, spoiled: bytes
) -> None:
    file = tmp_path / "routines.toml"
    file.write_bytes(spoiled)

    told = save(tmp_path, HIPS)

    kept = [one for one in tmp_path.iterdir() if ".bad-" in one.name]
    assert bool(kept) == bool(told)
    assert [one.read_bytes() for one in kept] == ([spoiled] if told else [])
    assert read(tmp_path)[1] == [HIPS]


def test_where_it_cannot_be_written_that_is_said(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file, not a folder", "utf-8")

    with pytest.raises(StorageError, match="data"):
        RoutineFile(tmp_path / "data" / "routines.toml").save(
            [HIPS], was=[], catalogue=read(tmp_path)[0]
        )


def test_more_than_can_be_read_again_are_refused(tmp_path: Path) -> None:
    many = [replace(MAT, id=f"own-{number}") for number in range(1, 62)]
    save(tmp_path, *many[:60])
    with pytest.raises(StorageError, match="has room for 60 routines"):
        save(tmp_path, *many)
    assert read(tmp_path)[1:] == (many[:60], [])
