"""What counts as a break, and for which side."""

from datetime import UTC, datetime, timedelta

import pytest

from psoas_break.domain.history import (
    Held,
    PromptNote,
    PromptRecord,
    SessionOutcome,
    Side,
)
from psoas_break.domain.past import DayTotals, History, PastPrompt, PastSession
from psoas_break.domain.totals import totals_of

START = datetime(2026, 3, 3, 9, 40, tzinfo=UTC)


def held(side: Side, seconds: float, breaths: int = 0, *, stretch: bool = True) -> Held:
    return Held(
        session=START,
        index=0,
        exercise="x",
        side=side,
        held=timedelta(seconds=seconds),
        at=START,
        breaths=breaths,
        stretch=stretch,
    )


def session(outcome: SessionOutcome | None, *work: Held) -> PastSession:
    ended = START if outcome else None
    return PastSession(
        id="1", started=START, ended=ended, routine="R2", outcome=outcome, held=work
    )


def prompt(*notes: PromptNote) -> PastPrompt:
    told = tuple(
        PromptRecord(prompt=START, at=START + timedelta(minutes=i // 2), note=note)
        for i, note in enumerate(notes)
    )
    return PastPrompt(id="2", prompt=START, notes=told)


def test_an_empty_day_comes_to_nothing() -> None:
    assert totals_of(History()) == DayTotals()


@pytest.mark.parametrize(
    ("outcome", "seconds", "breaks"),
    [
        (SessionOutcome.FINISHED, 10, 1),
        (SessionOutcome.ENDED, 60, 1),
        (SessionOutcome.ENDED, 59.9, 0),
        (SessionOutcome.INTERRUPTED, 75, 1),
        (None, 300, 0),
    ],
)
def test_a_break_is_finished_or_a_minute_long(
    outcome: SessionOutcome | None, seconds: float, breaks: int
) -> None:
    past = session(outcome, held(Side.LEFT, seconds / 2), held(Side.BOTH, seconds / 2))
    assert totals_of(History(sessions=(past,))).breaks == breaks


def test_work_counts_for_the_side_it_was_on() -> None:
    work = (held(Side.LEFT, 30), held(Side.RIGHT, 20), held(Side.BOTH, 45))
    past = session(SessionOutcome.ENDED, *work)
    totals = totals_of(History(sessions=(past, past)))
    assert (totals.stretch_left, totals.stretch_right) == (
        timedelta(seconds=60),
        timedelta(seconds=40),
    )


def test_a_march_is_no_stretch() -> None:
    work = (held(Side.LEFT, 30), held(Side.LEFT, 18, stretch=False))
    totals = totals_of(History(sessions=(session(SessionOutcome.ENDED, *work),)))

    assert totals.stretch_left == timedelta(seconds=30)


def test_breaths_add_up() -> None:
    work = (held(Side.BOTH, 20, breaths=4), held(Side.BOTH, 60, breaths=6))
    assert totals_of(History(sessions=(session(None, *work),))).breaths == 10


@pytest.mark.parametrize(
    ("notes", "skipped", "missed"),
    [
        ((PromptNote.SHOWN,), 0, 0),
        ((PromptNote.SHOWN, PromptNote.SKIPPED), 1, 0),
        ((PromptNote.SHOWN, PromptNote.SKIPPED, PromptNote.SKIP_UNDONE), 0, 0),
        (
            (
                PromptNote.SHOWN,
                PromptNote.SKIPPED,
                PromptNote.SKIP_UNDONE,
                PromptNote.SKIPPED,
            ),
            1,
            0,
        ),
        ((PromptNote.SHOWN, PromptNote.MISSED), 0, 1),
        ((PromptNote.SHOWN, PromptNote.MISSED, PromptNote.STARTED), 0, 1),
    ],
)
def test_the_last_word_on_a_prompt_counts(
    notes: tuple[PromptNote, ...], skipped: int, missed: int
) -> None:
    totals = totals_of(History(prompts=(prompt(*notes),)))
    assert (totals.skipped, totals.missed) == (skipped, missed)
