"""What is offered to be changed, when, and when no longer."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from psoas_break.domain.history import (
    Feeling,
    Felt,
    Held,
    PromptNote,
    PromptRecord,
    SessionOutcome,
    Side,
)
from psoas_break.domain.past import History, PastPrompt, PastSession
from psoas_break.domain.progression import Form
from psoas_break.domain.proposals import Choice, Lately, Topic, propose
from psoas_break.domain.settings import (
    BodyLimit,
    Breaks,
    Length,
    Reminders,
    Settings,
)
from tests.app.at_the_desk import ours

NOW = datetime.fromisoformat("2026-03-05T15:00:00+01:00")
HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)


def prompt(hours_ago: float, *notes: PromptNote) -> PastPrompt:
    at = NOW - hours_ago * HOUR
    records = tuple(PromptRecord(prompt=at, at=at, note=note) for note in notes)
    return PastPrompt(id=str(hours_ago), prompt=at, notes=records)


def missed(*hours_ago: float) -> tuple[PastPrompt, ...]:
    return tuple(prompt(h, PromptNote.SHOWN, PromptNote.MISSED) for h in hours_ago)


def session(
    hours_ago: float,
    feeling: Feeling | None = Feeling.FINE,
    *,
    left: float = 0,
    right: float = 0,
    exercise: str = "standing-hip-flexor-stretch",
    outcome: SessionOutcome = SessionOutcome.FINISHED,
) -> PastSession:
    at = NOW - hours_ago * HOUR
    sides = ((Side.LEFT, left), (Side.RIGHT, right))
    held = tuple(
        Held(
            session=at,
            index=n,
            exercise=exercise,
            side=side,
            held=minutes * MINUTE,
            at=at,
        )
        for n, (side, minutes) in enumerate(sides)
        if minutes
    )
    return PastSession(
        id=str(hours_ago),
        started=at,
        ended=at,
        routine="R2",
        outcome=outcome,
        held=held,
        feeling=feeling,
    )


def lately(
    *,
    sessions: tuple[PastSession, ...] = (),
    prompts: tuple[PastPrompt, ...] = (),
    felt: tuple[Felt, ...] = (),
    settings: Settings | None = None,
    gentle: bool = False,
    lead: Side = Side.LEFT,
    settled: dict[Topic, datetime] | None = None,
) -> Lately:
    return Lately(
        history=History(sessions=sessions, prompts=prompts, felt=felt),
        settings=settings or Settings(),
        form=Form(gentle=gentle),
        lead=lead,
        settled=settled or {},
        exercises=ours().exercises,
        now=NOW,
    )


def said(found: Lately) -> tuple[Topic, list[str]] | None:
    proposal = propose(found)
    if proposal is None:
        return None
    return proposal.topic, [words for _choice, words in proposal.choices]


# --- Missed ---------------------------------------------------------------------


def test_after_three_misses_a_longer_window_or_short_breaks() -> None:
    assert said(lately(prompts=missed(3, 2, 1))) == (
        Topic.LONGER,
        ["Every 45 to 60 min", "Breaks of about a minute"],
    )


@pytest.mark.parametrize(
    "prompts",
    [
        missed(2, 1),
        (*missed(4, 3), prompt(2, PromptNote.SHOWN, PromptNote.STARTED), *missed(1)),
        (*missed(4, 3), prompt(2, PromptNote.SHOWN, PromptNote.SKIPPED), *missed(1)),
        (*missed(3, 2), prompt(1, PromptNote.MISSED, PromptNote.STARTED)),
    ],
)
def test_not_after_fewer_or_with_an_answer_between(
    prompts: tuple[PastPrompt, ...],
) -> None:
    assert said(lately(prompts=prompts)) is None


def test_a_prompt_that_was_withdrawn_is_no_answer() -> None:
    withdrawn = prompt(1.5, PromptNote.SHOWN, PromptNote.WITHDRAWN)
    prompts = (*missed(3, 2), withdrawn, *missed(1))
    assert propose(lately(prompts=prompts)) is not None


def test_what_cannot_be_longer_or_shorter_is_not_offered() -> None:
    rare = Reminders(earliest=60 * MINUTE, latest=90 * MINUTE)
    short = Breaks(length=Length.ONE)
    three = missed(3, 2, 1)
    both = Settings(reminders=rare, breaks=short)
    assert said(lately(prompts=three, settings=both)) is None
    assert said(lately(prompts=three, settings=Settings(breaks=short))) == (
        Topic.LONGER,
        ["Every 45 to 60 min"],
    )


def test_a_no_is_remembered_and_old_misses_do_not_count_again() -> None:
    three = missed(3, 2, 1)
    just_now = {Topic.LONGER: NOW - HOUR / 2}
    long_ago = {Topic.LONGER: NOW - timedelta(days=8)}
    assert said(lately(prompts=three, settled=just_now)) is None
    assert said(lately(prompts=three, settled=long_ago)) is not None
    earlier = tuple(replace(p, prompt=p.prompt - timedelta(days=9)) for p in three)
    assert said(lately(prompts=earlier, settled=long_ago)) is None


# --- Easy -----------------------------------------------------------------------


def test_after_five_easy_breaks_a_shorter_window() -> None:
    easy = tuple(session(h) for h in (5, 4, 3, 2, 1))
    assert said(lately(sessions=easy)) == (Topic.SHORTER, ["Every 20 to 30 min"])


@pytest.mark.parametrize(
    "spoiled",
    [
        session(2.5, None),
        session(2.5, Feeling.TOO_MUCH),
        session(2.5, outcome=SessionOutcome.ENDED),
    ],
)
def test_not_when_one_was_not_easy(spoiled: PastSession) -> None:
    sessions = (*(session(h) for h in (5, 4, 3)), spoiled, session(1))
    assert said(lately(sessions=sessions)) is None


def test_not_when_one_between_was_missed() -> None:
    easy = tuple(session(h) for h in (5, 4, 3, 2, 1))
    assert said(lately(sessions=easy, prompts=missed(2.5))) is None


def test_not_when_it_is_the_shortest_already() -> None:
    often = Settings(reminders=Reminders(earliest=20 * MINUTE, latest=30 * MINUTE))
    easy = tuple(session(h) for h in (5, 4, 3, 2, 1))
    assert said(lately(sessions=easy, settings=often)) is None


# --- Sides ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("left", "right", "lead", "offered"),
    [
        (3, 6, Side.RIGHT, ["Start with the left"]),
        (6, 3, Side.LEFT, ["Start with the right"]),
        (3, 6, Side.LEFT, None),
        (5, 6, Side.RIGHT, None),
        (0.2, 0.7, Side.RIGHT, None),
    ],
)
def test_a_side_below_four_fifths_may_begin(
    left: float, right: float, lead: Side, offered: list[str] | None
) -> None:
    sessions = (session(30, None, left=left, right=right),)
    found = said(lately(sessions=sessions, lead=lead))
    assert (found and found[1]) == offered


def test_the_times_stand_in_the_line() -> None:
    sessions = (session(30, None, left=3.5, right=6),)
    proposal = propose(lately(sessions=sessions, lead=Side.RIGHT))
    assert proposal is not None
    assert "Left 3:30, right 6:00" in proposal.line


def test_only_two_weeks_count() -> None:
    sessions = (session(24 * 15, None, left=1, right=9),)
    assert said(lately(sessions=sessions, lead=Side.RIGHT)) is None


# --- Sore -----------------------------------------------------------------------


def test_after_too_much_a_week_of_mobility_and_the_way_back() -> None:
    at = NOW - timedelta(days=2)
    felt = (Felt(session=at, at=at, feeling=Feeling.TOO_MUCH),)
    proposal = propose(lately(felt=felt))
    assert proposal is not None
    assert proposal.choices[0][0] is Choice.MOBILITY
    assert "beyond two days" in proposal.line
    again = said(lately(felt=felt, gentle=True))
    assert again == (Topic.ALL_AGAIN, ["Everything again"])
    old = (replace(felt[0], at=NOW - timedelta(days=7)),)
    assert said(lately(felt=old)) is None


# --- Self-checks ----------------------------------------------------------------


def test_self_checks_only_for_those_who_want_them() -> None:
    wanted = Settings(breaks=Breaks(self_checks=True))
    assert said(lately()) is None
    assert said(lately(settings=wanted)) == (Topic.BALANCE_CHECK, ["Start"])


def test_weekly_and_monthly_at_most() -> None:
    wanted = Settings(breaks=Breaks(self_checks=True))
    balance = session(24 * 6, None, left=0.5, exercise="check-single-leg-balance")
    hip = session(24 * 29, None, left=0.5, exercise="check-modified-thomas")
    assert said(lately(settings=wanted, sessions=(balance,))) == (
        Topic.HIP_CHECK,
        ["Start"],
    )
    assert said(lately(settings=wanted, sessions=(hip, balance))) is None


def test_not_for_those_it_should_spare() -> None:
    limits = frozenset({BodyLimit.RECENT_SURGERY})
    wanted = Settings(breaks=Breaks(self_checks=True, limits=limits))
    assert said(lately(settings=wanted)) is None
