"""One day as a line of time."""

from datetime import UTC, datetime, timedelta

from psoas_break.domain.day_line import Mark, MarkKind, longest_bout, marks_of
from psoas_break.domain.history import (
    BreakSource,
    DaySpan,
    Held,
    SessionOutcome,
    Side,
    SpanKind,
)
from psoas_break.domain.past import History, PastBreak, PastSession

NOW = datetime(2026, 3, 2, 17, tzinfo=UTC)


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 3, 2, hour, minute, tzinfo=UTC)


def marks(history: History, sat_since: datetime | None = None) -> tuple[Mark, ...]:
    return marks_of(history, sat_since=sat_since, now=NOW)


def lunch() -> PastBreak:
    return PastBreak(
        id="lunch", started=at(12), ended=at(12, 30), source=BreakSource.ABSENCE
    )


def span(kind: SpanKind, start: datetime, end: datetime, why: str = "") -> DaySpan:
    return DaySpan(kind=kind, started=start, ended=end, detail=why)


def session(outcome: SessionOutcome | None, ended: datetime | None) -> PastSession:
    return PastSession(
        id="one", started=at(9), ended=ended, routine="R2", outcome=outcome
    )


def test_what_lies_over_the_rest_comes_last() -> None:
    history = History(
        natural_breaks=(lunch(),),
        spans=(
            span(SpanKind.HELD_BACK, at(10), at(10, 9), "microphone"),
            span(SpanKind.AWAY, at(11), at(11, 4)),
            span(SpanKind.SITTING, at(8), at(12)),
        ),
        sessions=(session(SessionOutcome.FINISHED, at(9, 2)),),
    )
    assert [one.kind for one in marks(history)] == [
        MarkKind.SITTING,
        MarkKind.AWAY,
        MarkKind.NATURAL_BREAK,
        MarkKind.BREAK,
        MarkKind.HELD_BACK,
    ]


def test_the_absence_of_a_natural_break_is_said_once() -> None:
    history = History(
        natural_breaks=(lunch(),), spans=(span(SpanKind.AWAY, at(12), at(12, 30)),)
    )
    assert [one.kind for one in marks(history)] == [MarkKind.NATURAL_BREAK]


def test_a_break_cut_short_is_another_kind_and_one_that_runs_is_none() -> None:
    short = History(sessions=(session(SessionOutcome.ENDED, at(9, 1)),))
    runs = History(sessions=(session(None, None),))
    assert [one.kind for one in marks(short)] == [MarkKind.CUT_SHORT]
    assert marks(runs) == ()


def test_a_break_says_its_routine_and_a_held_back_span_its_reason() -> None:
    start = at(9)
    work = Held(
        session=start,
        index=0,
        exercise="couch-stretch",
        side=Side.LEFT,
        held=timedelta(seconds=70),
        at=start,
    )
    history = History(
        sessions=(
            PastSession(
                id="one",
                started=start,
                ended=at(9, 2),
                routine="R2",
                outcome=SessionOutcome.ENDED,
                held=(work,),
            ),
        ),
        spans=(span(SpanKind.HELD_BACK, at(10), at(10, 9), "camera"),),
    )
    assert [(one.kind, one.detail) for one in marks(history)] == [
        (MarkKind.BREAK, "R2"),
        (MarkKind.HELD_BACK, "camera"),
    ]


def test_the_bout_that_goes_on_ends_now_and_may_be_the_longest() -> None:
    history = History(spans=(span(SpanKind.SITTING, at(8), at(10)),))
    (past, present) = marks(history, sat_since=at(14))
    assert not past.goes_on
    assert (present.ended, present.goes_on) == (NOW, True)
    assert present.length == timedelta(hours=3)
    assert longest_bout((past, present)) is present


def test_of_bouts_as_long_the_first_is_named_and_without_any_none() -> None:
    history = History(
        spans=(
            span(SpanKind.SITTING, at(10), at(11)),
            span(SpanKind.SITTING, at(8), at(9)),
        )
    )
    longest = longest_bout(marks(history))
    assert longest is not None
    assert longest.started == at(8)
    assert longest_bout(()) is None
