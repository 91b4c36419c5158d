"""The guided window, from getting ready to the last question."""

from collections.abc import Callable, Iterator
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from psoas_break.domain.exercise import Form
from psoas_break.domain.history import Feeling, SessionOutcome, Side
from psoas_break.domain.noticing import Question
from psoas_break.domain.plan import in_form, timeline_for
from psoas_break.domain.position import Position, position_at
from psoas_break.domain.proposals import Choice, Proposal, Topic
from psoas_break.domain.segments import Manner
from psoas_break.domain.session_values import Asking, Ended, Paused, Running, Session
from psoas_break.domain.timeline import Part
from psoas_break.ui.end_screen import NOTHING_MORE, More
from psoas_break.ui.session_window import SessionWindow
from psoas_break.ui.theme import Theme
from tests.shots import Shot
from tests.ui.figures import HALF_KNEELING, catalogue
from tests.ui.figures import timeline as figure_timeline
from tests.ui.samples import (
    ALL_HELD,
    BREATH,
    START,
    at_part,
    course,
    position,
    timeline,
)

SMALL, LARGE, LEAST = (420, 640), (640, 720), (380, 560)
LOW = (1024, 560)
"""What a screen of 1024x600 has for it."""
BOTH_SIZES = (SMALL, LARGE)
ONLY_BREATH = timeline(BREATH)
R2 = timeline_for(catalogue().routines["R2"], catalogue(), Manner())

SORE = More(
    proposal=Proposal(
        topic=Topic.GENTLE,
        line="Mild next-day soreness is normal. If it lasts beyond two days, do less.",
        choices=((Choice.MOBILITY, "A week of mobility only"),),
    ),
    question=Question.TIGHTER,
)


def shots() -> Iterator[Shot]:
    """Every state of the window."""
    yield Shot("session-get-ready", window(position(Part.GET_READY, 1.2)), (SMALL,))
    yield Shot("session-walk", window(position(Part.MOVE, 9.3)), (SMALL,))
    yield Shot(
        "session-hold-left", window(position(Part.HOLD, 16.4)), (*BOTH_SIZES, LEAST)
    )
    right = position(Part.HOLD, 37.6, side=Side.RIGHT)
    yield Shot("session-hold-right", window(right), BOTH_SIZES)
    for into in (0.9, 2.4, 3.6):
        name = f"session-switch-{into:.1f}s"
        yield Shot(name, window(position(Part.SWITCH, into)), (SMALL,))
    yield Shot("session-march", window(position(Part.REPEAT, 22.4)), BOTH_SIZES)
    for into in range(10):
        name = f"session-breathe-{into}s"
        yield Shot(name, window(position(Part.BREATHE, into + 0.5)), (SMALL,))
    alone = position(Part.BREATHE, 33.7, of=ONLY_BREATH)
    yield Shot("session-breathe-alone", window(alone), BOTH_SIZES)
    yield Shot("session-breathe-still", window(alone, reduced=True), BOTH_SIZES)
    held = position(Part.HOLD, 16.4)
    yield Shot("session-paused", window(held, Paused(course(), START)), (SMALL,))
    yield Shot("session-large-font", window(held), ((525, 800),), font_scale=1.25)
    yield Shot("session-low", window(held), (LOW,), font_scale=1.5)
    yield from figure_shots()
    yield from end_shots()


def figure_shots() -> Iterator[Shot]:
    """What comes next, the forms, and what one is looking at."""
    plan = figure_timeline(HALF_KNEELING, Side.LEFT)
    begins = at_part(Part.HOLD, 0, of=plan)
    hold = position_at(plan, begins)
    soon = position_at(plan, begins + hold.segment.length - timedelta(seconds=3))
    yield Shot("session-next-side", window(soon), (*BOTH_SIZES, LEAST))
    yield Shot("session-next-side-low", window(soon), (LOW,), font_scale=1.5)
    asking = Asking(course(), START, was_paused=False)
    yield Shot("session-asks", window(soon, asking), (SMALL, LEAST))
    second = R2.start_of(next(i for i, s in enumerate(R2.segments) if s.number == 2))
    then = position_at(R2, second - timedelta(seconds=4))
    yield Shot("session-next-exercise", window(then), BOTH_SIZES)
    for form in (Form.EASIER, Form.HARDER):
        changed = in_form(plan, hold.index, form)
        here = position_at(changed, begins + timedelta(seconds=12))
        yield Shot(f"session-{form}", window(here), (SMALL,))
    breath = figure_timeline("breath-seated")
    breathing = position_at(breath, at_part(Part.BREATHE, 33, of=breath))
    for name, here in (("stretch", soon), ("breath", breathing)):
        yield Shot(f"session-explained-{name}", explained(here), (*BOTH_SIZES, LEAST))


def explained(here: Position) -> Callable[[Theme], SessionWindow]:
    """A maker of windows in which somebody asked what the picture shows."""

    def make(theme: Theme) -> SessionWindow:
        made = window(here, Paused(course(), START))(theme)
        QTest.keyClick(made, Qt.Key.Key_Question)
        return made

    return make


def end_shots() -> Iterator[Shot]:
    """What comes after the last step."""
    done = Ended(course(ALL_HELD), SessionOutcome.FINISHED, START)
    early = Ended(course(ALL_HELD[:2]), SessionOutcome.ENDED, START)
    which = Ended(course(ALL_HELD), SessionOutcome.ENDED, START, Feeling.HURT)
    hurt = Ended(
        course(ALL_HELD), SessionOutcome.ENDED, START, Feeling.HURT, "half-kneeling"
    )
    much = Ended(course(ALL_HELD), SessionOutcome.FINISHED, START, Feeling.TOO_MUCH)
    here = position(Part.EASE)
    yield Shot("session-end", window(here, done), (*BOTH_SIZES, LEAST))
    yield Shot("session-end-low", window(here, done), (LOW,), font_scale=1.5)
    yield Shot("session-end-early", window(here, early), (SMALL,))
    yield Shot("session-end-too-much", window(here, much), (SMALL,))
    tighter = More(question=Question.TIGHTER)
    yield Shot(
        "session-end-sides", window(here, done, more=tighter), (*BOTH_SIZES, LEAST)
    )
    check = More(question=Question.LOWER)
    yield Shot("session-end-check", window(here, done, more=check), (SMALL, LEAST))
    yield Shot("session-end-sore", window(here, much, more=SORE), (SMALL, LEAST))
    yield Shot("session-end-which", window(here, which), (SMALL, LEAST))
    yield Shot("session-end-hurt", window(here, hurt), (SMALL, LEAST))


def window(
    here: Position,
    session: Session | None = None,
    *,
    reduced: bool = False,
    more: More = NOTHING_MORE,
) -> Callable[[Theme], SessionWindow]:
    """A maker of windows that show one position in one state."""

    def make(theme: Theme) -> SessionWindow:
        made = SessionWindow(theme=theme, position=lambda: here, reduced_motion=reduced)
        state = session or Running(course())
        hurt = isinstance(state, Ended) and bool(state.hurt)
        easier = "standing-hip-flexor-stretch" if hurt else ""
        made.show_session(state, see_clinician=hurt, easier=easier, more=more)
        return made

    return make
