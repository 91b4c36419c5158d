"""Own routines are kept as they change, and can be started at once."""

from collections.abc import Sequence
from pathlib import Path

from psoas_break.app.choosing import Choosing
from psoas_break.app.commands import Start
from psoas_break.app.own_routines import OwnRoutines
from psoas_break.domain.own_routine import new_routine, with_exercise
from psoas_break.domain.routine import Catalogue, Routine
from psoas_break.storage.catalogue import load
from psoas_break.storage.own_routines import RoutineFile
from psoas_break.storage.resources import find_resources
from tests.app.at_the_desk import AtTheDesk, ours

MINE = with_exercise(new_routine("Mine", ()), ours().exercises["seated-march"])


class FullDisk:
    def save(
        self,
        routines: Sequence[Routine],
        *,
        was: Sequence[Routine],
        catalogue: Catalogue,
    ) -> str:
        raise OSError(28, f"no room for {len(routines)} beside {len(was)}", catalogue)


def at_the_desk(folder: Path) -> tuple[AtTheDesk, OwnRoutines]:
    me = AtTheDesk()
    me.choosing.__init__(  # type: ignore[misc]  # the same desk, with a folder
        clock=me,
        journal=me,
        anchors=me,
        settings=lambda: me.reminder.settings,
        load=lambda: load(find_resources(), folder)[0],
    )
    store = RoutineFile(folder / "routines.toml")
    return me, OwnRoutines(choosing=me.choosing, store=store)


def test_what_is_kept_can_be_started(tmp_path: Path) -> None:
    me, own = at_the_desk(tmp_path)

    assert own.keep([MINE]) == ""

    assert own.all() == (MINE,)
    assert me.does(Start("own-1")).ok


def test_an_empty_one_is_not_kept(tmp_path: Path) -> None:
    _me, own = at_the_desk(tmp_path)

    assert own.keep([new_routine("Empty", ())]) == ""

    assert not (tmp_path / "routines.toml").exists()


def test_a_full_disk_is_named() -> None:
    choosing: Choosing = AtTheDesk().choosing

    assert "no room" in OwnRoutines(choosing=choosing, store=FullDisk()).keep([MINE])
