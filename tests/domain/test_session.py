from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas_break.domain.history import (
    Feeling,
    Felt,
    SessionEnded,
    SessionOutcome,
    SessionStarted,
    Side,
)
from psoas_break.domain.session import step, wake_at, where
from psoas_break.domain.session_values import (
    Asking,
    BackPressed,
    Closed,
    Dismissed,
    EasierPressed,
    EndConfirmed,
    EndDeclined,
    Ended,
    EndPressed,
    Event,
    FeltPressed,
    HarderPressed,
    KeepAwake,
    Left,
    NextPressed,
    OtherSidePressed,
    Paused,
    PausePressed,
    Quitting,
    ResumePressed,
    Running,
    Save,
    TimePassed,
    Write,
)
from psoas_break.domain.timeline import Part
from tests.domain.samples import LIFT, MARCH, SIT, STRETCH, WALK, Watch, moment, seconds

# One stretch: ready 0-5, set-up 5-10, hold 10-40, switch 40-45, hold 45-75.


def place(watch: Watch) -> tuple[str, str]:
    here = where(watch.state, moment(watch.seconds))
    assert here is not None
    return here.part.value, here.side.value


def test_it_begins_by_saving_writing_and_keeping_the_screen_on() -> None:
    kinds = [type(effect).__name__ for effect in Watch(STRETCH.id).effects]
    assert kinds == ["Save", "Write", "KeepAwake", "Say"]


def test_its_name_in_the_journal_is_when_it_began() -> None:
    _saved, written, *_rest = Watch(STRETCH.id).effects
    assert written == Write((SessionStarted(session=moment(0).wall, routine="T"),))


def test_a_stretch_to_its_end() -> None:
    watch = Watch(STRETCH.id)
    watch.at(75)
    assert watch.held == [("stretch", "left", 30), ("stretch", "right", 30)]
    assert (watch.finish.outcome, watch.finish.progress.active) == (
        SessionOutcome.FINISHED,
        seconds(70),
    )


def test_each_side_is_kept_when_it_ends() -> None:
    watch = Watch(STRETCH.id)
    watch.at(41)
    assert watch.held == [("stretch", "left", 30)]


def test_what_is_kept_says_when_it_ended_not_when_we_looked() -> None:
    watch = Watch(STRETCH.id)
    (write, *_) = [e for e in watch.at(44) if isinstance(e, Write)]
    assert write.records[0].at == moment(40).wall  # type: ignore[union-attr]


def test_every_kept_side_is_saved() -> None:
    watch = Watch(STRETCH.id)
    saved = [effect for effect in watch.at(41) if isinstance(effect, Save)]
    assert [len(save.progress.held) for save in saved] == [1]


def test_the_end_is_when_it_was_not_when_we_looked() -> None:
    watch = Watch(STRETCH.id)
    watch.at(300)
    assert watch.finish.progress.saved == moment(75).wall


def test_looking_again_changes_nothing() -> None:
    watch = Watch(STRETCH.id)
    watch.at(20)
    assert watch.at(20) == ()


def test_each_cue_is_said_once() -> None:
    watch = Watch(STRETCH.id)
    for second in range(1, 45):
        watch.at(second)
    assert watch.said[1:] == [
        "Step back.",
        "Tuck.",
        "Breathe.",
        "Now the right side.",
        "Step back.",
    ]


def test_the_end_of_a_break_writes_closes_the_journal_and_lets_the_screen_be() -> None:
    watch = Watch(WALK.id)
    *_, write, awake, _finish = watch.at(65)
    over = SessionEnded(
        session=moment(0).wall,
        ended=moment(65).wall,
        outcome=SessionOutcome.FINISHED,
    )
    assert (write, awake) == (Write((over,)), KeepAwake(on=False))


def test_repetitions_and_alternating_sides_are_shared_out() -> None:
    watch = Watch(MARCH.id)
    watch.at(31)
    assert watch.held == [("march", "left", 12), ("march", "right", 12)]
    rows = watch.finish.progress.held
    assert [(row.index, row.repetitions) for row in rows] == [(4, 6), (5, 6)]


def test_the_lead_side_of_an_odd_number_did_one_more() -> None:
    watch = Watch(MARCH.id, lead=Side.RIGHT)
    watch.at(7 + 6, EndPressed())
    rows = watch.finish.progress.held
    assert [(str(row.side), row.repetitions) for row in rows] == [
        ("right", 2),
        ("left", 1),
    ]


def test_breaths_are_counted() -> None:
    watch = Watch(SIT.id)
    watch.at(10 + 35, EndPressed())
    watch.at(45, EndConfirmed())
    assert [row.breaths for row in watch.finish.progress.held] == [3]


# --- Pausing --------------------------------------------------------------------


def test_pausing_stops_time() -> None:
    watch = Watch(STRETCH.id)
    watch.at(20, PausePressed())
    watch.at(200, ResumePressed())
    watch.at(219)
    assert watch.held == []
    watch.at(220)
    assert watch.held == [("stretch", "left", 30)]


def test_pausing_lets_the_screen_be_and_resuming_keeps_it_on() -> None:
    watch = Watch(STRETCH.id)
    paused = watch.at(20, PausePressed())
    resumed = watch.at(30, ResumePressed())
    assert KeepAwake(on=False) in paused
    assert resumed == (KeepAwake(on=True),)


def test_paused_time_is_not_active_time() -> None:
    watch = Watch(STRETCH.id)
    watch.at(20, PausePressed())
    watch.at(120, ResumePressed())
    watch.at(125, EndPressed())
    watch.at(125, EndConfirmed())
    assert watch.finish.progress.active == seconds(20)


@pytest.mark.parametrize("asked", [False, True])
def test_ten_minutes_of_pause_end_it_and_keep_what_was_held(*, asked: bool) -> None:
    watch = Watch(STRETCH.id)
    watch.at(32, PausePressed())
    if asked:
        watch.at(40, EndPressed())
    assert watch.at(32 + 599) == ()
    watch.at(32 + 601)
    assert watch.held == [("stretch", "left", 22)]
    assert (watch.finish.outcome, watch.finish.progress.saved) == (
        SessionOutcome.ENDED,
        moment(632).wall,
    )


def test_a_lock_pauses() -> None:
    watch = Watch(STRETCH.id)
    watch.at(20, Left(moment(20)))
    assert isinstance(watch.state, Paused)


def test_a_suspend_heard_of_late_pauses_from_its_beginning() -> None:
    watch = Watch(STRETCH.id)
    watch.at(300, Left(moment(20)))
    watch.at(300, EndPressed())
    assert watch.held == [("stretch", "left", 10)]


def test_a_lock_after_the_end_changes_nothing() -> None:
    watch = Watch(WALK.id)
    watch.at(400, Left(moment(100)))
    assert watch.finish.outcome is SessionOutcome.FINISHED


# --- Next and Back --------------------------------------------------------------


def test_next_in_a_set_up_goes_to_the_exercise_and_passes_nothing_over() -> None:
    watch = Watch(STRETCH.id)
    watch.at(6, NextPressed())
    assert place(watch) == ("hold", "left")
    watch.at(6 + 65)
    assert watch.finish.outcome is SessionOutcome.FINISHED


def test_next_in_an_exercise_keeps_the_seconds_held_so_far() -> None:
    watch = Watch(STRETCH.id)
    watch.at(22, NextPressed())
    assert watch.held == [("stretch", "left", 12)]
    assert place(watch) == ("switch", "right")


def test_a_break_with_something_passed_over_was_not_finished() -> None:
    watch = Watch(STRETCH.id)
    watch.at(22, NextPressed())
    watch.at(22 + 35)
    assert watch.finish.outcome is SessionOutcome.ENDED
    assert watch.finish.progress.passed_over


def test_next_at_the_last_exercise_ends_it() -> None:
    watch = Watch(STRETCH.id)
    watch.at(50, NextPressed())
    assert watch.held[1:] == [("stretch", "right", 5)]
    assert watch.finish.progress.saved == moment(50).wall


def test_jumping_does_not_add_to_the_active_time() -> None:
    watch = Watch(STRETCH.id)
    for _again in range(5):
        watch.at(1, NextPressed())
    assert watch.finish.progress.active == timedelta()
    assert watch.held == []


def test_next_while_paused_moves_on_and_stays_paused() -> None:
    watch = Watch(STRETCH.id)
    watch.at(20, PausePressed())
    watch.at(30, NextPressed())
    watch.at(60)
    assert isinstance(watch.state, Paused)
    assert place(watch) == ("switch", "right")


def test_next_while_paused_can_end_it() -> None:
    watch = Watch(WALK.id)
    watch.at(20, PausePressed())
    watch.at(30, NextPressed())
    assert isinstance(watch.state, Ended)


def test_back_starts_the_exercise_again() -> None:
    watch = Watch(STRETCH.id)
    watch.at(20, BackPressed())
    assert place(watch) == ("set_up", "left")
    assert watch.held == [("stretch", "left", 10)]


def test_back_early_in_an_exercise_goes_to_the_one_before() -> None:
    watch = Watch(STRETCH.id)
    watch.at(42, BackPressed())
    assert place(watch) == ("set_up", "left")


@pytest.mark.parametrize(
    ("at", "part"), [(3, "get_ready"), (6, "set_up"), (11, "set_up")]
)
def test_back_never_leads_before_the_first_exercise(at: float, part: str) -> None:
    watch = Watch(STRETCH.id)
    watch.at(at, BackPressed())
    assert place(watch) == (part, "left")


def test_what_is_done_twice_is_kept_twice() -> None:
    watch = Watch(STRETCH.id)
    watch.at(20, BackPressed())
    watch.at(55)
    assert watch.held == [("stretch", "left", 10), ("stretch", "left", 30)]


# --- Other side, easier ---------------------------------------------------------


def test_the_other_side_is_done_now() -> None:
    watch = Watch(STRETCH.id)
    watch.at(18, OtherSidePressed())
    assert place(watch) == ("set_up", "right")
    watch.at(18 + 70)
    assert watch.held == [
        ("stretch", "left", 8),
        ("stretch", "right", 30),
        ("stretch", "left", 30),
    ]


def test_the_other_side_while_getting_ready_restarts_nothing() -> None:
    watch = Watch(STRETCH.id)
    watch.at(3, OtherSidePressed())
    assert place(watch) == ("get_ready", "right")


def test_without_sides_there_is_no_other_side() -> None:
    watch = Watch(WALK.id)
    watch.at(20)
    assert watch.at(20, OtherSidePressed()) == ()


def test_easier_shortens_the_hold_where_it_is() -> None:
    watch = Watch(STRETCH.id)
    watch.at(18, EasierPressed())
    watch.at(30)
    assert watch.held == [("stretch", "left", 20)]
    assert "A shorter step." in watch.said


def test_easier_past_the_least_goes_on_with_what_was_held() -> None:
    watch = Watch(STRETCH.id)
    watch.at(35, EasierPressed())
    assert watch.held == [("stretch", "left", 25)]
    assert place(watch) == ("switch", "right")
    assert not watch.state.course.progress.passed_over  # type: ignore[union-attr]


def test_harder_says_how_and_holds_as_long() -> None:
    watch = Watch(STRETCH.id)
    watch.at(18, HarderPressed())
    watch.at(40)
    assert watch.held == [("stretch", "left", 30)]
    assert "Raise the arm." in watch.said


def test_easier_twice_is_as_planned() -> None:
    watch = Watch(STRETCH.id)
    watch.at(18, EasierPressed())
    watch.at(19, EasierPressed())
    watch.at(40)
    assert watch.held == [("stretch", "left", 30)]


# --- Ending ---------------------------------------------------------------------


def test_ending_early_on_asks_nothing() -> None:
    watch = Watch(STRETCH.id)
    watch.at(24, EndPressed())
    assert watch.held == [("stretch", "left", 14)]
    assert watch.finish.outcome is SessionOutcome.ENDED


def test_ending_after_twenty_seconds_asks_first() -> None:
    watch = Watch(STRETCH.id)
    watch.at(25, EndPressed())
    assert isinstance(watch.state, Asking)


def test_being_asked_stops_time() -> None:
    watch = Watch(STRETCH.id)
    watch.at(25, EndPressed())
    watch.at(100, EndDeclined())
    watch.at(114)
    assert watch.held == []
    watch.at(115)
    assert watch.held == [("stretch", "left", 30)]


def test_confirming_ends_and_keeps_what_was_held() -> None:
    watch = Watch(STRETCH.id)
    watch.at(25, EndPressed())
    watch.at(60, EndConfirmed())
    assert watch.held == [("stretch", "left", 15)]
    assert watch.finish.progress.saved == moment(60).wall


def test_going_on_resumes_what_was_running() -> None:
    watch = Watch(STRETCH.id)
    watch.at(25, EndPressed())
    watch.at(26, ResumePressed())
    assert isinstance(watch.state, Running)


def test_declining_in_a_pause_leads_back_to_the_pause() -> None:
    watch = Watch(STRETCH.id)
    watch.at(30, PausePressed())
    watch.at(31, EndPressed())
    watch.at(32, EndDeclined())
    assert watch.state == Paused(watch.state.course, moment(30))  # type: ignore[union-attr]


def test_a_lock_while_asking_leads_to_a_pause() -> None:
    watch = Watch(STRETCH.id)
    watch.at(25, EndPressed())
    watch.at(26, Left(moment(26)))
    watch.at(27, EndDeclined())
    assert isinstance(watch.state, Paused)


def test_a_short_pause_ends_without_asking() -> None:
    watch = Watch(STRETCH.id)
    watch.at(15, PausePressed())
    watch.at(16, EndPressed())
    assert watch.finish.outcome is SessionOutcome.ENDED


@pytest.mark.parametrize("before", [None, PausePressed(), EndPressed()])
def test_quitting_interrupts_and_keeps_what_was_held(before: Event | None) -> None:
    watch = Watch(STRETCH.id)
    watch.at(30, before)
    watch.at(30, Quitting())
    assert watch.held == [("stretch", "left", 20)]
    assert watch.finish.outcome is SessionOutcome.INTERRUPTED
    assert watch.state == Closed()


# --- The end screen -------------------------------------------------------------


def ended(*items: str) -> Watch:
    """Return a break at its end screen, shown at 200 s."""
    watch = Watch(*items)
    watch.at(200)
    watch.effects.clear()
    return watch


def felt(watch: Watch) -> list[Felt]:
    writes = [effect for effect in watch.effects if isinstance(effect, Write)]
    return [row for e in writes for row in e.records if isinstance(row, Felt)]


def is_closed(watch: Watch) -> bool:
    return watch.state == Closed()


def test_the_end_screen_closes_after_half_a_minute() -> None:
    watch = ended(STRETCH.id)
    watch.at(229.9)
    assert isinstance(watch.state, Ended)
    watch.at(230)
    assert is_closed(watch)


def test_it_can_be_closed_sooner() -> None:
    watch = ended(STRETCH.id)
    watch.at(201, Dismissed())
    assert is_closed(watch)


def test_fine_is_kept_and_closes() -> None:
    watch = ended(STRETCH.id)
    watch.at(201, FeltPressed(Feeling.FINE))
    assert [row.feeling for row in felt(watch)] == [Feeling.FINE]
    assert watch.state == Closed()


def test_too_much_stays_to_be_read() -> None:
    watch = ended(STRETCH.id)
    watch.at(220, FeltPressed(Feeling.TOO_MUCH))
    watch.at(249)
    assert isinstance(watch.state, Ended)
    watch.at(250)
    assert is_closed(watch)
    assert [(row.feeling, row.exercise) for row in felt(watch)] == [
        (Feeling.TOO_MUCH, "")
    ]


def test_the_only_exercise_is_the_one_that_hurt() -> None:
    watch = ended(STRETCH.id)
    watch.at(201, FeltPressed(Feeling.HURT))
    assert [row.exercise for row in felt(watch)] == ["stretch"]


def test_of_several_exercises_it_is_asked_which_one_hurt() -> None:
    watch = ended(WALK.id, STRETCH.id)
    watch.at(201, FeltPressed(Feeling.HURT))
    assert watch.state.which == (WALK.id, STRETCH.id)  # type: ignore[union-attr]
    assert felt(watch) == []
    watch.at(205, FeltPressed(Feeling.HURT, STRETCH.id))
    assert [row.exercise for row in felt(watch)] == ["stretch"]
    assert watch.state.which == ()  # type: ignore[union-attr]


@pytest.mark.parametrize("event", [Dismissed(), Quitting(), TimePassed()])
def test_hurt_without_saying_where_is_not_lost(event: Event) -> None:
    watch = ended(WALK.id, STRETCH.id)
    watch.at(201, FeltPressed(Feeling.HURT))
    watch.at(240, event)
    assert [(row.feeling, row.exercise) for row in felt(watch)] == [(Feeling.HURT, "")]


def test_which_one_hurt_may_be_said_at_once() -> None:
    watch = ended(WALK.id, STRETCH.id)
    watch.at(201, FeltPressed(Feeling.HURT, WALK.id))
    assert [row.exercise for row in felt(watch)] == [WALK.id]


def test_an_answer_is_given_once() -> None:
    watch = ended(STRETCH.id)
    watch.at(201, FeltPressed(Feeling.TOO_MUCH))
    assert watch.at(202, FeltPressed(Feeling.FINE)) == ()


def test_hurt_before_anything_was_held_names_nothing() -> None:
    watch = Watch(STRETCH.id)
    watch.at(1, EndPressed())
    watch.at(2, FeltPressed(Feeling.HURT))
    assert [row.exercise for row in felt(watch)] == [""]


def test_the_end_screen_stays_on_the_last_instant() -> None:
    here = where(ended(STRETCH.id).state, moment(220))
    assert here is not None
    assert here.finished


# --- Every state, every event ---------------------------------------------------

EVENTS: tuple[Event, ...] = (
    TimePassed(),
    PausePressed(),
    ResumePressed(),
    NextPressed(),
    BackPressed(),
    OtherSidePressed(),
    EasierPressed(),
    HarderPressed(),
    EndPressed(),
    EndConfirmed(),
    EndDeclined(),
    Left(moment(31)),
    Quitting(),
    FeltPressed(Feeling.FINE),
    Dismissed(),
)
WAYS_THERE: dict[str, tuple[Event, ...]] = {
    "Running": (TimePassed(),),
    "Paused": (PausePressed(),),
    "Asking": (EndPressed(),),
    "Ended": (EndPressed(), EndConfirmed()),
    "Closed": (Quitting(),),
}
LEADS_TO = {
    "Running": "Run Pau Run Run Run Run Run Run Ask End Run Pau Clo Run Run",
    "Paused": "Pau Pau Run Pau Pau Pau Pau Pau Ask End Pau Pau Clo Pau Pau",
    "Asking": "Ask Ask Run Ask Ask Ask Ask Ask Ask End Run Ask Clo Ask Ask",
    "Ended": "End End End End End End End End End End End End Clo Clo Clo",
    "Closed": "Clo Clo Clo Clo Clo Clo Clo Clo Clo Clo Clo Clo Clo Clo Clo",
}


@pytest.mark.parametrize(
    ("state", "event", "leads_to"),
    [
        pytest.param(state, event, name, id=f"{state}-{type(event).__name__}")
        for state, names in LEADS_TO.items()
        for event, name in zip(EVENTS, names.split(), strict=True)
    ],
)
def test_every_event_in_every_state(state: str, event: Event, leads_to: str) -> None:
    watch = Watch(STRETCH.id)
    for before in WAYS_THERE[state]:
        watch.at(30, before)
    watch.at(31, event)
    assert type(watch.state).__name__[:3] == leads_to


def test_a_closed_break_is_nowhere_and_waits_for_nothing() -> None:
    assert (where(Closed(), moment(0)), wake_at(Closed())) == (None, None)


@pytest.mark.parametrize(
    ("at", "event", "wakes"),
    [
        (0, None, 5),
        (12, None, 14),
        (30, PausePressed(), 630),
        (30, EndPressed(), 630),
        (80, None, 110),
    ],
)
def test_when_it_wants_to_look_again(
    at: float, event: Event | None, wakes: float
) -> None:
    watch = Watch(STRETCH.id)
    watch.at(at, event)
    assert wake_at(watch.state) == moment(wakes).steady


def test_where_does_not_wait_for_the_next_look() -> None:
    here = where(Watch(STRETCH.id).state, moment(12))
    assert here is not None
    assert (here.part, here.left) == (Part.HOLD, seconds(28))


events = st.one_of(
    st.sampled_from(EVENTS),
    st.integers(0, 300).map(lambda n: Left(moment(n))),
    st.just(FeltPressed(Feeling.HURT, "stretch")),
)
happenings = st.lists(st.tuples(st.integers(0, 90), events), max_size=25)


@given(happenings)
def test_whatever_happens_nobody_held_longer_than_it_lasted(
    story: list[tuple[int, Event]],
) -> None:
    watch, now = Watch(WALK.id, STRETCH.id, LIFT.id, MARCH.id, SIT.id), 0
    for later, event in story:
        now += later
        watch.at(now, event)
    assert sum(held for _exercise, _side, held in watch.held) <= now


@given(happenings)
def test_whatever_happens_it_waits_for_a_time_or_is_over(
    story: list[tuple[int, Event]],
) -> None:
    watch, now = Watch(STRETCH.id, SIT.id), 0
    for later, event in story:
        now += later
        watch.at(now, event)
        assert (wake_at(watch.state) is None) == isinstance(watch.state, Closed)
    for _look in range(300):
        wakes = wake_at(watch.state)
        if wakes is None:
            break
        watch.at(max(now, (wakes - moment(0).steady).total_seconds()))
    assert watch.state == Closed()


@given(happenings, st.integers(1, 599))
def test_a_pause_changes_nothing_of_what_is_held(
    story: list[tuple[int, Event]], span: int
) -> None:
    plain = Watch(STRETCH.id, SIT.id)
    paused = Watch(STRETCH.id, SIT.id)
    paused.at(0, PausePressed())
    paused.at(span, ResumePressed())
    now = 0
    for later, event in story:
        now += later
        moved = event
        if isinstance(event, Left):
            moved = Left(event.since.later(seconds(span)))
        plain.at(now, event)
        paused.at(now + span, moved)
    assert paused.held == plain.held


@given(st.lists(st.integers(1, 3000).map(lambda n: n / 10), max_size=40))
def test_how_often_one_looks_changes_nothing(looks: list[float]) -> None:
    once, often = Watch(STRETCH.id, LIFT.id), Watch(STRETCH.id, LIFT.id)
    for look in sorted(looks):
        often.at(look)
    once.at(301)
    often.at(301)
    assert often.held == once.held
    assert often.finish == once.finish


def test_looking_again_at_the_same_state_gives_the_same() -> None:
    state = Watch(STRETCH.id).state
    assert step(state, TimePassed(), moment(33)) == step(
        state, TimePassed(), moment(33)
    )
