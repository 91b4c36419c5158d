"""What the app offers to change, and never changes by itself (content.md section 4).

After three misses a longer window or a shorter break; after five easy breaks a shorter
window; a side that lags; a week of mobility after too much; the two self-checks.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from psoas_break.domain import safety
from psoas_break.domain.durations import A_MONTH, A_WEEK, FORTNIGHT
from psoas_break.domain.exercise import Exercise
from psoas_break.domain.history import Feeling, PromptNote, SessionOutcome, Side
from psoas_break.domain.noticing import BALANCE_CHECK, HIP_CHECK
from psoas_break.domain.past import History, PastPrompt
from psoas_break.domain.progression import Form
from psoas_break.domain.settings import Length, Settings
from psoas_break.domain.sides import behind, stretched
from psoas_break.domain.totals import was_missed
from psoas_break.words import gettext as _

MISSES = 3
EASY_BREAKS = 5
MINUTE = timedelta(minutes=1)
WINDOWS = tuple(
    (earliest * MINUTE, latest * MINUTE)
    for earliest, latest in ((20, 30), (30, 45), (45, 60), (60, 90))
)
"""The windows one step apart: often, usual, and the ones easier to keep."""


class Topic(StrEnum):
    """What is offered."""

    LONGER = "longer"
    SHORTER = "shorter"
    GENTLE = "gentle"
    ALL_AGAIN = "all again"
    SIDE = "side"
    BALANCE_CHECK = "balance check"
    HIP_CHECK = "hip check"


class Choice(StrEnum):
    """What can be answered."""

    NO = "no"
    WINDOW = "window"
    SHORT_BREAKS = "short breaks"
    MOBILITY = "mobility"
    EVERYTHING = "everything"
    LEFT = "left"
    RIGHT = "right"
    START = "start"


REST: dict[Topic, timedelta] = {
    Topic.LONGER: A_WEEK,
    Topic.SHORTER: FORTNIGHT,
    Topic.GENTLE: A_WEEK,
    Topic.ALL_AGAIN: A_WEEK,
    Topic.SIDE: FORTNIGHT,
    Topic.BALANCE_CHECK: A_WEEK,
    Topic.HIP_CHECK: A_MONTH,
}
"""So long after an answer, a no included, the same is not offered again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One line, and what can be said to it besides no."""

    topic: Topic
    line: str
    choices: tuple[tuple[Choice, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lately:
    """What a proposal depends on.

    Attributes:
        history: the last month; more does no harm.
        settings: what the user chose.
        form: whether only mobility is wanted.
        lead: the side that begins next.
        settled: when each topic was last answered; wall time.
        exercises: the catalogue's, by id.
        now: wall time.
    """

    history: History
    settings: Settings
    form: Form
    lead: Side
    settled: Mapping[Topic, datetime]
    exercises: Mapping[str, Exercise]
    now: datetime

    def since(self, topic: Topic) -> History:
        """Return what happened since a topic was last answered."""
        last = self.settled.get(topic)
        if last is None:
            return self.history
        return replace(
            self.history,
            sessions=tuple(s for s in self.history.sessions if s.started > last),
            prompts=tuple(p for p in self.history.prompts if p.prompt > last),
            felt=tuple(f for f in self.history.felt if f.at > last),
        )

    def is_open(self, topic: Topic) -> bool:
        """Whether a topic may come up again."""
        last = self.settled.get(topic)
        return last is None or self.now - last >= REST[topic]


def propose(lately: Lately) -> Proposal | None:
    """Return what to offer now, the weightiest first; usually nothing."""
    found = (one for one in _all(lately) if lately.is_open(one.topic))
    return next(found, None)


def longer_window(settings: Settings) -> tuple[timedelta, timedelta] | None:
    """Return the next longer window, if there is one."""
    latest = settings.reminders.latest
    return next((window for window in WINDOWS if window[1] > latest), None)


def shorter_window(settings: Settings) -> tuple[timedelta, timedelta] | None:
    """Return the next shorter window, if there is one."""
    latest = settings.reminders.latest
    shorter = [window for window in WINDOWS if window[1] < latest]
    return shorter[-1] if shorter else None


def _all(lately: Lately) -> Iterator[Proposal]:
    yield from _gentle(lately)
    yield from _longer(lately)
    yield from _shorter(lately)
    yield from _side(lately)
    yield from _checks(lately)


def _gentle(lately: Lately) -> Iterator[Proposal]:
    if lately.form.gentle:
        yield Proposal(
            topic=Topic.ALL_AGAIN,
            line=_("This is a week of mobility only. Strength work comes back after."),
            choices=((Choice.EVERYTHING, _("Everything again")),),
        )
    elif any(
        one.feeling is Feeling.TOO_MUCH and lately.now - one.at < A_WEEK
        for one in lately.since(Topic.GENTLE).felt
    ):
        yield Proposal(
            topic=Topic.GENTLE,
            line=safety.soreness(),
            choices=((Choice.MOBILITY, _("A week of mobility only")),),
        )


def _longer(lately: Lately) -> Iterator[Proposal]:
    answered = [p for p in lately.since(Topic.LONGER).prompts if _is_decided(p)]
    last = answered[-MISSES:]
    if len(last) < MISSES or not all(_was_only_missed(prompt) for prompt in last):
        return
    choices: list[tuple[Choice, str]] = []
    window = longer_window(lately.settings)
    if window is not None:
        choices.append((Choice.WINDOW, _window_words(window)))
    if lately.settings.breaks.length is not Length.ONE:
        choices.append((Choice.SHORT_BREAKS, _("Breaks of about a minute")))
    if choices:
        line = _("Three breaks were missed in a row. Would this suit you better?")
        yield Proposal(topic=Topic.LONGER, line=line, choices=tuple(choices))


def _shorter(lately: Lately) -> Iterator[Proposal]:
    window = shorter_window(lately.settings)
    history = lately.since(Topic.SHORTER)
    last = [one for one in history.sessions if one.outcome][-EASY_BREAKS:]
    if window is None or len(last) < EASY_BREAKS:
        return
    easy = all(
        one.outcome is SessionOutcome.FINISHED and one.feeling is Feeling.FINE
        for one in last
    )
    between = [p for p in history.prompts if p.prompt >= last[0].started]
    if easy and not any(map(was_missed, between)):
        yield Proposal(
            topic=Topic.SHORTER,
            line=_("Five breaks felt fine. Would you like them more often?"),
            choices=((Choice.WINDOW, _window_words(window)),),
        )


def _side(lately: Lately) -> Iterator[Proposal]:
    held = [held for session in lately.history.sessions for held in session.held]
    sides = stretched(held, lately.now, FORTNIGHT)
    found = behind(sides)
    if found is None or found[0] is lately.lead:
        return
    left, right = (_minutes(sides[side]) for side in (Side.LEFT, Side.RIGHT))
    if found[0] is Side.LEFT:
        line = _("Left {left}, right {right} in two weeks. Start with the left next?")
        choice = (Choice.LEFT, _("Start with the left"))
    else:
        line = _("Left {left}, right {right} in two weeks. Start with the right next?")
        choice = (Choice.RIGHT, _("Start with the right"))
    yield Proposal(
        topic=Topic.SIDE, line=line.format(left=left, right=right), choices=(choice,)
    )


def _checks(lately: Lately) -> Iterator[Proposal]:
    if not lately.settings.breaks.self_checks:
        return
    for topic, name, words in (
        (
            Topic.BALANCE_CHECK,
            BALANCE_CHECK,
            _("One-leg balance, a note for yourself?"),
        ),
        (
            Topic.HIP_CHECK,
            HIP_CHECK,
            _("Look and feel of the hip, a note for yourself?"),
        ),
    ):
        exercise = lately.exercises.get(name)
        spared = lately.settings.breaks.limits
        done = any(
            lately.now - held.at < REST[topic]
            for session in lately.history.sessions
            for held in session.held
            if held.exercise == name
        )
        if exercise is not None and not done and not exercise.limits & spared:
            start = (Choice.START, _("Start"))
            yield Proposal(topic=topic, line=words, choices=(start,))


def _is_decided(prompt: PastPrompt) -> bool:
    """Whether the user did something about it, or did not although he was there."""
    return bool(
        {one.note for one in prompt.notes}
        & {
            PromptNote.MISSED,
            PromptNote.STARTED,
            PromptNote.SKIPPED,
            PromptNote.MOVED,
            PromptNote.WALKED_AWAY,
        }
    )


def _was_only_missed(prompt: PastPrompt) -> bool:
    """Whether nothing came of it, not even late."""
    answered = {PromptNote.STARTED, PromptNote.MOVED, PromptNote.WALKED_AWAY}
    return was_missed(prompt) and not {one.note for one in prompt.notes} & answered


def _window_words(window: tuple[timedelta, timedelta]) -> str:
    earliest, latest = (span // MINUTE for span in window)
    return _("Every {earliest} to {latest} min").format(
        earliest=earliest, latest=latest
    )


def _minutes(span: timedelta) -> str:
    minutes, seconds = divmod(round(span.total_seconds()), 60)
    return f"{minutes}:{seconds:02}"
