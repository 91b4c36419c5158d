"""Whatever happens: properties of what is recorded, shown, and taken back."""

from collections import Counter, defaultdict
from dataclasses import replace
from datetime import datetime
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from psoas_break.domain.absence import Gone
from psoas_break.domain.events import (
    CollapsePrompt,
    Event,
    Moved,
    ShowPrompt,
    Skipped,
    Touched,
    Undone,
    WithdrawPrompt,
)
from psoas_break.domain.history import (
    DaySpan,
    NaturalBreak,
    PromptNote,
    PromptRecord,
    SpanKind,
    Voided,
)
from psoas_break.domain.prompt import Shown, shape_of
from psoas_break.domain.situation import PromptShape
from tests.histories import histories, often
from tests.random_desk import Desk

ROUNDED_S = 0.002
"""How far the wall times of two spans that touch may lie apart."""


@often
@given(histories())
def test_nothing_is_recorded_twice(desk: Desk) -> None:
    twice = [
        key
        for key, n in Counter(record.key for record in desk.records).items()
        if n > 1
    ]
    assert twice == []


@often
@given(histories())
def test_the_screen_shows_what_the_state_says(desk: Desk) -> None:
    shape = PromptShape.NONE
    for one in desk.steps:
        if one.event is None:
            shape = shape_of(one.after.ask)
        for effect in one.effects:
            shape = ON_SCREEN.get(type(effect), shape)
        assert shape is shape_of(one.after.ask), one


ON_SCREEN = {
    ShowPrompt: PromptShape.SHOWN,
    CollapsePrompt: PromptShape.COLLAPSED,
    WithdrawPrompt: PromptShape.NONE,
}
ANSWERS = (
    PromptNote.SKIPPED,
    PromptNote.MOVED,
    PromptNote.WALKED_AWAY,
    PromptNote.LAPSED,
)


@often
@given(histories())
def test_a_prompt_has_one_answer_and_a_missed_one_a_late_one(desk: Desk) -> None:
    notes: dict[datetime, Counter[PromptNote]] = defaultdict(Counter)
    voided = {record.of for record in desk.records if isinstance(record, Voided)}
    for record in desk.records:
        if isinstance(record, PromptRecord) and record.key not in voided:
            notes[record.prompt][record.note] += 1
    for of in notes.values():
        allowed = 1 + of[PromptNote.SKIP_UNDONE] + of[PromptNote.MISSED]
        assert sum(of[note] for note in ANSWERS) <= allowed


@often
@given(histories())
def test_nobody_sits_on_a_break_or_twice(desk: Desk) -> None:
    voided = {record.of for record in desk.records if isinstance(record, Voided)}
    spans = sorted(
        (record.started, record.ended)
        for record in desk.records
        if record.key not in voided
        and (
            isinstance(record, NaturalBreak)
            or (isinstance(record, DaySpan) and record.kind is SpanKind.SITTING)
        )
    )
    assert [
        (one, other)
        for one, other in pairwise(spans)
        if other[0].timestamp() + ROUNDED_S < one[1].timestamp()
    ] == []


@often
@given(histories(), st.sampled_from([Skipped(), Moved()]))
def test_what_is_undone_at_once_has_not_been(desk: Desk, event: Event) -> None:
    desk.happens(Touched())
    desk.look()
    before = desk.state
    desk.happens(event)
    if desk.state.undo is before.undo or isinstance(before.presence, Gone):
        return
    desk.happens(Undone())
    after = desk.state
    if isinstance(before.ask, Shown):  # it is on screen anew, for a whole minute
        before = before.but(ask=replace(before.ask, since=desk.at))
    assert after == before.but(undo=None, regret=None, held_back=after.held_back)
