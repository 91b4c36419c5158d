"""Pictures of the window in which own routines are made."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import partial

from psoas_break.domain.routine import Item, Routine
from psoas_break.ui.routine_editor import RoutineEditor
from psoas_break.ui.routines.workshop import Workshop
from psoas_break.ui.theme import Theme
from tests.shots import Shot
from tests.ui.figures import catalogue

MORNING = Routine(
    id="own-1",
    name="Morning hips",
    own=True,
    items=(
        Item(exercise="stand-up-and-move", amount=timedelta(seconds=30)),
        Item(exercise="standing-hip-flexor-stretch", amount=timedelta(seconds=40)),
        Item(exercise="hip-hinge-rdl", amount=10),
        Item(exercise="breath-standing", amount=6),
    ),
)
LONG = Routine(
    id="own-2",
    name="Mat, long and slow, for the end of the day",
    own=True,
    items=(
        Item(exercise="half-kneeling-hip-flexor-stretch", amount=timedelta(seconds=60)),
        Item(exercise="supine-knee-to-chest", amount=10),
        Item(exercise="glute-bridge", amount=12),
    ),
)
EMPTY = Routine(id="own-3", name="My routine", own=True, items=())
FULL = "routines.toml cannot be written: No space left on device"
SIZES = ((760, 620), (400, 640), (1200, 800))


def shots() -> Iterator[Shot]:
    """Some routines, one beyond the cap, an empty one, none, and trouble."""
    yield Shot("routines", partial(window, (MORNING, LONG)), sizes=SIZES)
    yield Shot("routines-large-font", partial(window, (MORNING,)), font_scale=1.25)
    yield Shot("routines-capped", partial(window, (LONG, MORNING)))
    yield Shot("routines-empty", partial(window, (EMPTY,)))
    yield Shot("routines-none", partial(window, ()))
    yield Shot("routines-deleted", partial(_deleted, (MORNING, LONG)))
    yield Shot("routines-problem", partial(window, (MORNING,), problem=FULL))


def window(
    routines: Sequence[Routine], theme: Theme, *, problem: str = ""
) -> RoutineEditor:
    """The editor over these routines."""
    return RoutineEditor(
        Workshop(
            catalogue=catalogue(),
            routines=routines,
            keep=lambda _routines: "",
            is_favourite=lambda name: name == "own-1",
            problems=(problem,) if problem else (),
        ),
        theme=theme,
    )


def _deleted(routines: Sequence[Routine], theme: Theme) -> RoutineEditor:
    made = window(routines, theme)
    made.list.delete.click()
    return made
