"""The figure on the guided window's stage, and small in the prompt's preview."""

from collections.abc import Callable, Iterator
from datetime import timedelta

from psoas_break.domain.history import Side
from psoas_break.domain.position import position_at
from psoas_break.domain.session_values import Paused, Running
from psoas_break.domain.settings import Hair, Skin
from psoas_break.domain.timeline import Part
from psoas_break.ui.figure_colours import USUAL, Looks
from psoas_break.ui.figure_stage import FigureStage
from psoas_break.ui.preview import Preview, picture_of
from psoas_break.ui.session_face import face_of
from psoas_break.ui.session_window import SessionWindow
from psoas_break.ui.theme import Theme
from tests.shots import Shot
from tests.ui.figures import HALF_KNEELING, exercise, play, timeline
from tests.ui.samples import START, at_part, course

SMALL, LARGE = (420, 640), (640, 720)
STAGE = (388, 364)
MOMENTS = (
    ("tuck", HALF_KNEELING, Part.HOLD, 10.8, Side.RIGHT),
    ("deep", HALF_KNEELING, Part.HOLD, 34.0, Side.LEFT),
    ("bridge", "glute-bridge", Part.REPEAT, 2.4, Side.BOTH),
    ("carry", "farmer-carry", Part.MOVE, 9.0, Side.BOTH),
    ("breathe-seated", "breath-seated", Part.BREATHE, 33.0, Side.BOTH),
    ("breathe-standing", "breath-standing", Part.BREATHE, 33.0, Side.BOTH),
    ("breathe-lying", "breath-supine", Part.BREATHE, 33.0, Side.BOTH),
)
PREVIEWS = (HALF_KNEELING, "stand-up-and-move", "breath-seated", "massage-referral")


def shots() -> Iterator[Shot]:
    """Every state of the figure."""
    for name, which, part, into, side in MOMENTS:
        sizes = (SMALL, LARGE)
        yield Shot(f"figure-{name}", window(which, part, into, side), sizes)
    deep = HALF_KNEELING, Part.HOLD, 34.0, Side.RIGHT
    yield Shot("figure-paused", window(*deep, paused=True), (SMALL,))
    breath = "breath-seated", Part.BREATHE, 33.0, Side.BOTH
    yield Shot("figure-breathe-still", window(*breath, reduced=True), (SMALL,))
    tied = Looks(Skin.DARK, Hair.BUN)
    lying = "breath-supine", Part.BREATHE, 33.0, Side.BOTH
    yield Shot("figure-breathe-lying-bun", window(*lying, looks=tied), (SMALL,))
    for skin in Skin:
        for hair in Hair:
            looks = Looks(skin, hair)
            name = f"figure-looks-{skin.name}-{hair.name}".lower()
            yield Shot(name, person(looks), (STAGE,))
    for which in PREVIEWS:
        yield Shot(f"figure-preview-{which}", preview(which))


def window(
    which: str,
    part: Part,
    into: float,
    side: Side,
    *,
    paused: bool = False,
    reduced: bool = False,
    looks: Looks = USUAL,
) -> Callable[[Theme], SessionWindow]:
    """A maker of windows at one instant of an exercise."""
    plan = timeline(which, Side.RIGHT if side is Side.BOTH else side)
    here = position_at(plan, at_part(part, into, of=plan))

    def make(theme: Theme) -> SessionWindow:
        made = SessionWindow(
            theme=theme, position=lambda: here, reduced_motion=reduced, looks=looks
        )
        going = course(of=plan)
        made.show_session(Paused(going, START) if paused else Running(going))
        return made

    return make


def person(looks: Looks) -> Callable[[Theme], FigureStage]:
    """A maker of stages with another person on them."""
    plan = timeline(HALF_KNEELING)
    here = position_at(plan, at_part(Part.HOLD, 34.0, of=plan) + timedelta())

    def make(theme: Theme) -> FigureStage:
        made = FigureStage(theme=theme, looks=looks)
        picture = face_of(here, play=play(HALF_KNEELING)).picture
        made.show_act(picture)  # type: ignore[arg-type] # it has a figure
        return made

    return make


def preview(which: str) -> Callable[[Theme], Preview]:
    """A maker of the prompt's small picture."""

    def make(theme: Theme) -> Preview:
        return Preview(theme=theme, picture=picture_of(exercise(which)))

    return make
