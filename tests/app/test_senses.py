"""What is asked when, and what the answers do to the reminder."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from psoas_break.app.leaving import Leaving
from psoas_break.app.ports import Signs
from psoas_break.app.senses import SENSED, Senses
from psoas_break.app.sleep_watch import SleepWatch
from psoas_break.domain.absence import Certain, Gone
from psoas_break.domain.events import (
    Event,
    Refusal,
    SessionBegan,
    SessionOver,
    Slept,
    TimePassed,
)
from psoas_break.domain.moment import Moment
from psoas_break.domain.prompt import Pending, Shown
from psoas_break.domain.quiet import Reason
from tests.world import World

EVERYTHING = Signs(SENSED, inhibited=True)
QUIET = Signs(frozenset({Reason.DO_NOT_DISTURB}))
CALL = Signs(frozenset({Reason.MICROPHONE}))
VIDEO = Signs(inhibited=True)


class Source:
    """A part of the desktop that says what the test says."""

    def __init__(
        self, finds: Signs = EVERYTHING, *, tells: bool = False, late: bool = False
    ) -> None:
        self.name = "source"
        self.finds = finds
        self.tells = tells
        self.late = late
        self.signs: Signs | None = Signs()
        self.asked = 0
        self.changed: Callable[[], None] | None = None
        self._answers: list[Callable[[Signs | None], None]] = []

    def ask(self, answered: Callable[[Signs | None], None]) -> None:
        self.asked += 1
        self._answers.append(answered)
        if not self.late:
            self.answer()

    def answer(self) -> None:
        answers, self._answers = self._answers, []
        for answered in answers:
            answered(self.signs)

    def watch(self, changed: Callable[[], None] | None) -> None:
        self.changed = changed

    def changes(self, signs: Signs) -> None:
        self.signs = signs
        if self.changed is not None:
            self.changed()


class Signals:
    def __init__(self) -> None:
        self.tells = self.tells_silence = False
        self.answers = True
        self.closely = False
        self.returned: Callable[[], None] | None = None

    def refresh(self, done: Callable[[], None]) -> None:
        if self.answers:
            done()

    def attend(self, *, closely: bool) -> None:
        self.closely = closely

    def tell_return(self, returned: Callable[[], None] | None) -> None:
        self.returned = returned

    def tell_silence(self, span: timedelta | None, fell: Callable[[], None]) -> None:
        pass


class Lock:
    name = "lock"

    def __init__(self) -> None:
        self.changed: Callable[[Certain, bool], None] = lambda *_: None
        self.looks = 0

    def start(self, changed: Callable[[Certain, bool], None]) -> None:
        self.changed = changed

    def look(self) -> None:
        self.looks += 1

    def ask(self, answered: Callable[[frozenset[Certain] | None], None]) -> None:
        answered(frozenset())

    def says(self, cause: Certain, *, holds: bool) -> None:
        self.changed(cause, holds)


class SecondAlarm:
    rings: tuple[timedelta, Callable[[], None]] | None = None

    def ring_at(self, steady: timedelta | None, ring: Callable[[], None]) -> None:
        self.rings = None if steady is None else (steady, ring)


class Desk(World):
    """A world with senses."""

    def __init__(
        self,
        *sources: Source,
        heed: Signs = EVERYTHING,
        told_of_return: bool = False,
    ) -> None:
        self.slept = timedelta()
        super().__init__(told_of_return=told_of_return)
        self.signals = Signals()
        self.locks_screen = [Lock(), Lock()]
        self.left: list[Moment] = []
        self.second = SecondAlarm()
        self.senses = Senses(
            reminder=self.reminder,
            clock=self,
            alarm=self.second,
            idle=self,
            signals=self.signals,
            quiet=lambda: sources,
            leaving=Leaving(
                reminder=self.reminder,
                clock=self,
                sources=self.locks_screen,
                sleep=SleepWatch(clock=self, on_slept=self._on_slept),
                on_left=self.left.append,
            ),
            heed=heed,
        )
        vars(self.reminder)["look"] = self._look
        self.senses.start()
        self.reminder.look()

    def happens(self, event: Event) -> Refusal | None:
        refusal = super().happens(event)
        self.senses.follow()
        return refusal

    def touches(self) -> None:
        """Press a key; whoever waits for a return is told."""
        self.presses()
        if self.signals.returned is not None:
            self.signals.returned()

    @property
    def is_away(self) -> bool:
        return isinstance(self.reminder.state.presence, Gone)

    def asleep(self) -> timedelta:
        return self.slept

    def _on_slept(self, slept: Slept) -> None:
        self.reminder.handle(slept)

    def _look(self) -> None:
        self.senses.look(self._pass_time)

    def _pass_time(self) -> None:
        self.reminder.handle(TimePassed(self.idle()))

    def _pass(self, span: timedelta) -> None:
        """Let time pass from one of the senses' alarms to the next."""
        end = self.at.later(span)
        while (rings := self.second.rings) and rings[0] <= end.steady:
            super()._pass(max(timedelta(), rings[0] - self.at.steady))
            if self.second.rings is rings:
                self.second.rings = None
                rings[1]()
        super()._pass(end - self.at)

    @property
    def reasons(self) -> set[Reason]:
        return {quiet.reason for quiet in self.reminder.state.quiets}


def test_nothing_is_asked_while_nothing_hangs_on_it() -> None:
    source = Source()
    desk = Desk(source)
    desk.types(minutes=29)
    assert source.asked == 0


def test_every_source_is_asked_before_a_prompt() -> None:
    sources = Source(), Source()
    desk = Desk(*sources)
    desk.types(minutes=45, seconds=1)
    assert [source.asked for source in sources] == [1, 1]
    assert isinstance(desk.reminder.state.ask, Shown)


def test_do_not_disturb_holds_the_prompt_back() -> None:
    source = Source()
    source.signs = QUIET
    desk = Desk(source)
    desk.types(minutes=60)
    assert desk.prompts == []
    assert isinstance(desk.reminder.state.ask, Pending)


def test_what_holds_a_prompt_back_is_asked_every_thirty_seconds() -> None:
    source = Source()
    source.signs = QUIET
    desk = Desk(source)
    desk.types(minutes=45, seconds=1)
    before = source.asked
    desk.types(minutes=5)
    assert source.asked - before == 10


def test_a_source_that_tells_is_not_asked_again() -> None:
    source = Source(tells=True)
    source.signs = QUIET
    desk = Desk(source)
    desk.types(minutes=45, seconds=1)
    before = source.asked
    desk.types(minutes=5)
    assert source.asked == before


def test_the_end_of_a_reason_that_is_told_brings_the_prompt() -> None:
    source = Source(tells=True)
    source.signs = QUIET
    desk = Desk(source)
    desk.types(minutes=50)
    source.changes(Signs())
    desk.types(minutes=5, seconds=31)
    assert desk.prompts == ["09:55:30 prompt after 55.5 min"]


def test_a_call_over_the_due_time_gives_one_prompt_after_it() -> None:
    source = Source()
    desk = Desk(source)
    desk.types(minutes=20)
    source.signs = CALL
    desk.types(minutes=40)
    source.signs = Signs()
    desk.types(minutes=1)
    desk.rests_hands(seconds=40)
    assert len(desk.prompts) == 1
    assert desk.prompts[0].startswith("10:01:")


def test_do_not_disturb_toggled_ten_times_loses_no_sitting() -> None:
    source = Source(tells=True)
    desk = Desk(source)
    desk.types(minutes=45, seconds=1)
    for _ in range(10):
        source.changes(QUIET)
        source.changes(Signs())
    assert desk.sat_minutes == pytest.approx(45, abs=0.1)
    assert isinstance(desk.reminder.state.ask, Pending)


def test_an_answer_that_never_comes_holds_the_look_and_nothing_else() -> None:
    source = Source(late=True)
    desk = Desk(source)
    desk.types(minutes=45, seconds=1)
    assert (desk.prompts, desk.senses.busy) == ([], True)
    source.answer()
    assert (len(desk.prompts), desk.senses.busy) == (1, False)


def test_looks_that_come_meanwhile_are_one_with_it() -> None:
    source = Source(late=True)
    desk = Desk(source)
    desk.types(minutes=45, seconds=1)
    desk.reminder.look()
    desk.reminder.look()
    assert source.asked == 1
    source.answer()
    assert len(desk.prompts) == 1


def test_a_late_second_answer_of_the_same_source_is_dropped() -> None:
    source = Source(late=True)
    desk = Desk(source)
    desk.types(minutes=45, seconds=1)
    answered = source._answers[0]
    source.answer()
    answered(QUIET)
    assert desk.reasons == set()


def test_nobody_can_say_is_no_reason() -> None:
    source = Source()
    source.signs = None
    desk = Desk(source)
    desk.types(minutes=45, seconds=1)
    assert len(desk.prompts) == 1


def test_what_the_user_does_not_heed_is_not_asked() -> None:
    microphone, camera = Source(CALL), Source(Signs(frozenset({Reason.CAMERA})))
    desk = Desk(microphone, camera, heed=CALL)
    desk.types(minutes=45, seconds=1)
    assert (microphone.asked, camera.asked) == (1, 0)


def test_a_sign_that_is_not_heeded_is_passed_over() -> None:
    source = Source()
    source.signs = QUIET | CALL
    desk = Desk(source, heed=CALL)
    desk.types(minutes=45, seconds=1)
    assert desk.reasons == {Reason.MICROPHONE}


def test_switching_a_sense_off_ends_its_reason() -> None:
    source = Source()
    source.signs = QUIET
    desk = Desk(source)
    desk.types(minutes=45, seconds=1)
    desk.senses.use(CALL)
    assert desk.reasons == set()


def test_choosing_the_same_again_asks_nothing() -> None:
    source = Source()
    desk = Desk(source)
    desk.senses.use(EVERYTHING)
    assert source.asked == 0


def test_with_every_sense_off_nothing_is_left_of_them() -> None:
    source = Source()
    source.signs = QUIET
    desk = Desk(source)
    desk.types(minutes=45, seconds=1)
    desk.senses.use(Signs())
    desk.types(minutes=10)
    assert desk.reasons == set()
    assert len(desk.prompts) == 1


def test_a_video_is_asked_for_when_input_is_missing() -> None:
    source = Source()
    source.signs = VIDEO
    desk = Desk(source)
    desk.types(minutes=5)
    desk.rests_hands(minutes=20)
    assert not desk.is_away
    assert desk.sat_minutes == pytest.approx(25, abs=0.1)


def test_only_what_stands_for_input_is_asked_when_it_is_missing() -> None:
    video, do_not_disturb = Source(VIDEO), Source(QUIET)
    desk = Desk(video, do_not_disturb)
    desk.rests_hands(minutes=4)
    assert (video.asked, do_not_disturb.asked) == (1, 0)


def test_a_video_left_on_over_lunch_does_not_make_lunch_sitting() -> None:
    source = Source()
    source.signs = VIDEO
    desk = Desk(source)
    desk.types(minutes=5)
    desk.rests_hands(hours=3)
    assert desk.is_away


def test_a_video_for_an_hour_still_gets_its_prompt() -> None:
    source = Source()
    source.signs = VIDEO
    desk = Desk(source)
    desk.rests_hands(hours=1)
    assert desk.prompts[0] == "09:30:00 prompt after 30 min"


def test_after_the_video_missing_input_is_an_absence() -> None:
    source = Source()
    source.signs = VIDEO
    desk = Desk(source)
    desk.rests_hands(minutes=20)
    source.signs = Signs()
    desk.rests_hands(minutes=10)
    assert desk.is_away


def test_a_call_that_starts_in_a_presumed_absence_is_a_return() -> None:
    source = Source(tells=True)
    desk = Desk(source)
    desk.rests_hands(minutes=4)
    source.changes(CALL)
    assert not desk.is_away


def test_a_change_nobody_waits_for_is_not_looked_at() -> None:
    source = Source(tells=True)
    desk = Desk(source)
    desk.types(minutes=5)
    source.changes(QUIET)
    assert source.asked == 0


def test_what_holds_is_not_asked_while_nobody_is_there() -> None:
    source = Source()
    source.signs = QUIET
    desk = Desk(source)
    desk.types(minutes=46)
    desk.locks_screen[0].says(Certain.LOCKED, holds=True)
    before = source.asked
    desk.rests_hands(hours=1)
    assert source.asked == before


def test_a_lock_is_an_absence_and_pauses_a_break() -> None:
    desk = Desk()
    desk.types(minutes=10)
    desk.locks_screen[0].says(Certain.LOCKED, holds=True)
    desk.rests_hands(minutes=6)
    desk.locks_screen[0].says(Certain.LOCKED, holds=False)
    assert len(desk.left) == 1
    assert "natural break 09:10:00-09:16:00" in desk.log[-1]


def test_two_who_tell_of_one_lock_are_one_absence() -> None:
    desk = Desk()
    first, second = desk.locks_screen
    first.says(Certain.LOCKED, holds=True)
    second.says(Certain.LOCKED, holds=True)
    desk.rests_hands(minutes=1)
    first.says(Certain.LOCKED, holds=False)
    still_locked = desk.is_away
    second.says(Certain.LOCKED, holds=False)
    assert (still_locked, desk.is_away, len(desk.left)) == (True, False, 1)


def test_a_sleep_that_is_told_and_noticed_counts_once() -> None:
    desk = Desk()
    desk.types(minutes=20)
    desk.locks_screen[0].says(Certain.ASLEEP, holds=True)
    desk.at = desk.at.later(timedelta(minutes=1))
    desk.slept += timedelta(minutes=1)
    desk.locks_screen[0].says(Certain.ASLEEP, holds=False)
    desk.rests_hands(seconds=2)
    desk.presses()
    desk.rests_hands(seconds=5)
    desk.presses()
    desk.rests_hands(seconds=5)
    assert desk.sat_minutes == pytest.approx(20 - 20 / 5, abs=0.2)


def test_every_look_looks_at_who_does_not_tell() -> None:
    desk = Desk()
    before = desk.locks_screen[0].looks
    desk.reminder.look()
    assert desk.locks_screen[0].looks == before + 1


def test_seconds_of_idle_matter_once_a_break_is_due() -> None:
    desk = Desk()
    desk.types(minutes=29)
    before = desk.signals.closely
    desk.types(minutes=2)
    assert (before, desk.signals.closely) == (False, True)


def test_a_return_is_asked_for_while_away() -> None:
    desk = Desk()
    desk.rests_hands(minutes=4)
    away = desk.signals.returned
    desk.presses()
    desk.rests_hands(seconds=5)
    desk.presses()
    desk.rests_hands(seconds=5)
    assert (away, desk.signals.returned) == (desk.reminder.look, None)


def test_after_a_break_a_return_is_asked_for_too() -> None:
    desk = Desk(told_of_return=True)
    desk.types(minutes=31)
    desk.clicks(SessionBegan(seated=False))
    desk.rests_hands(minutes=2)
    before = desk.signals.returned
    desk.happens(SessionOver(finished=True, active=timedelta(minutes=2)))
    assert (before, desk.signals.returned) == (None, desk.reminder.look)


def test_where_returns_are_told_the_clock_runs_again_after_a_break() -> None:
    desk = Desk(told_of_return=True)
    desk.types(minutes=31)
    desk.clicks(SessionBegan(seated=False))
    desk.rests_hands(minutes=2)
    desk.happens(SessionOver(finished=True, active=timedelta(minutes=2)))
    desk.rests_hands(minutes=3)
    desk.touches()
    desk.rests_hands(seconds=3)
    desk.touches()
    assert (desk.is_away, desk.signals.returned) == (False, None)


def test_idle_that_is_unknown_for_now_is_asked_for_again() -> None:
    desk = Desk()
    desk.signals.tells = True
    desk._idle_known = False
    desk.reminder.look()
    desk._idle_known = True
    desk.types(minutes=6)
    assert desk.reminder.state.idle_known


def test_idle_that_stays_unknown_is_left_alone() -> None:
    desk = Desk()
    desk._idle_known = False
    desk.reminder.look()
    assert desk.second.rings is None


def test_what_each_source_said_can_be_read() -> None:
    source = Source()
    source.signs = CALL
    desk = Desk(source)
    desk.types(minutes=45, seconds=1)
    assert desk.senses.found == {"source": CALL}


class Broken(Source):
    """A part of the desktop whose adapter has a mistake in it."""

    def ask(self, answered: Callable[[Signs | None], None]) -> None:
        raise RuntimeError(answered)


def test_one_that_fails_when_it_is_asked_keeps_nobody_from_being_heard(
    caplog: pytest.LogCaptureFixture,
) -> None:
    source = Source()
    source.signs = CALL
    desk = Desk(Broken(), source)
    desk.types(minutes=45, seconds=1)
    assert (desk.reasons, desk.senses.busy) == ({Reason.MICROPHONE}, False)
    assert "source cannot be asked" in caplog.text


def test_one_that_never_answers_is_given_up() -> None:
    desk = Desk(Source(late=True))
    desk.types(minutes=45)
    desk.types(seconds=9)
    still = desk.senses.busy
    desk.types(seconds=2)
    assert (still, desk.senses.busy, len(desk.prompts)) == (True, False, 1)


def test_what_it_says_after_all_still_counts() -> None:
    source = Source(late=True)
    desk = Desk(source)
    desk.types(minutes=46)
    source.signs = CALL
    source.answer()
    assert (desk.reasons, desk.senses.busy) == ({Reason.MICROPHONE}, False)
    assert isinstance(desk.reminder.state.ask, Pending)


def test_idle_that_is_never_told_holds_no_look_for_ever() -> None:
    desk = Desk()
    desk.signals.answers = False
    for _minute in range(46):
        desk.types(minutes=1)
        desk.types(seconds=11)
    assert len(desk.prompts) == 1


def test_a_look_that_failed_is_no_look_to_wait_for() -> None:
    source = Source()
    desk = Desk(source)
    del source.finds
    with pytest.raises(AttributeError):
        desk.types(minutes=46)
    source.finds = EVERYTHING
    desk.reminder.look()
    assert (desk.senses.busy, source.asked) == (False, 1)


def test_settings_that_change_while_somebody_is_asked_hold_nothing_up() -> None:
    slow, other = Source(CALL, late=True), Source(QUIET)
    desk = Desk(slow, other)
    slow.signs = CALL
    desk.types(minutes=45)
    desk.senses.use(QUIET)
    desk.types(seconds=1)
    slow.answer()
    assert (desk.senses.busy, desk.reasons, len(desk.prompts)) == (False, set(), 1)


def test_settings_that_change_back_ask_anew() -> None:
    slow = Source(CALL, late=True)
    desk = Desk(slow)
    desk.types(minutes=45)
    desk.senses.use(QUIET)
    desk.senses.use(EVERYTHING)
    slow.signs = CALL
    slow.answer()
    assert (desk.senses.busy, desk.reasons) == (False, {Reason.MICROPHONE})
