"""The one door: every command from tray, card, keys, command line and socket."""

from collections.abc import Callable
from dataclasses import replace
from typing import assert_never

from psoas_break.app.asking import Asking
from psoas_break.app.choosing import Choosing, Plan
from psoas_break.app.commands import (
    Advance,
    Answer,
    AskAnyway,
    Breathe,
    Command,
    Favour,
    JustMoved,
    LeaveOut,
    Meeting,
    NeverAgain,
    PauseFor,
    PauseUntil,
    PauseUntilTomorrow,
    Quit,
    Resume,
    Settle,
    Show,
    Skip,
    Snooze,
    Standing,
    Start,
    Status,
    Undo,
    WasSitting,
    Window,
)
from psoas_break.app.ports import Clock, Journal, Windows
from psoas_break.app.proposing import Proposing
from psoas_break.app.reminder import Reminder
from psoas_break.app.session import Guide
from psoas_break.app.status import status
from psoas_break.domain.breathe import RefusedError, Wish
from psoas_break.domain.describing import describe, refusal_line
from psoas_break.domain.events import (
    AskedAnyway,
    Event,
    Moved,
    PauseSet,
    PromptDismissed,
    PromptOpened,
    QuietBegan,
    QuietEnded,
    SatOn,
    Skipped,
    SnoozeAsked,
    StandingSet,
    Touched,
    Undone,
)
from psoas_break.domain.moment import day_of
from psoas_break.domain.prompt import Shown
from psoas_break.domain.quiet import Pause, Reason, next_time, on_the_clock, tomorrow
from psoas_break.domain.rotation import Mark
from psoas_break.domain.settings import Length
from psoas_break.domain.situation import Situation
from psoas_break.words import gettext as _

DONE = Answer(ok=True)


class Desk:
    """Carries out commands, and keeps reminder, guide and prompt together.

    Args:
        clock: the app's clock.
        journal: for today's totals.
        reminder: the rules of sitting and asking.
        guide: the guided break.
        choosing: which break to offer.
        proposing: what to offer to change.
        asking: the prompt on screen.
        windows: the other windows.
        idle: name of the idle mechanism that answers now.
        problems: what the user should know, one line each.
        quit_app: ends the app.
    """

    def __init__(
        self,
        *,
        clock: Clock,
        journal: Journal,
        reminder: Reminder,
        guide: Guide,
        choosing: Choosing,
        proposing: Proposing,
        asking: Asking,
        windows: Windows,
        idle: Callable[[], str],
        problems: Callable[[], tuple[str, ...]],
        quit_app: Callable[[], None],
    ) -> None:
        self._clock = clock
        self._journal = journal
        self._reminder = reminder
        self._guide = guide
        self._choosing = choosing
        self._proposing = proposing
        self._asking = asking
        self._windows = windows
        self._idle = idle
        self._problems = problems
        self._quit_app = quit_app

    @property
    def situation(self) -> Situation:
        """Where we are, in words as of now."""
        found = self._described
        notices = (*found.notices, *self._problems())
        left = self._guide.share_left if self._guide.open else found.remaining
        return replace(found, notices=notices, remaining=left)

    def click(self, command: Command) -> Answer:
        """Carry out what was clicked in one of our own windows: a return."""
        self._reminder.handle(Touched())
        return self.do(command)

    def do(self, command: Command) -> Answer:
        """Carry out a command, wherever it came from."""
        match command:
            case Start(what, lead):
                return self._start(what, lambda: self._choosing.plan(what, lead))
            case Breathe(pattern, posture, span):
                wish = Wish(pattern, posture, span)
                return self._start("breathe", lambda: self._choosing.breathing(wish))
            case Snooze(span):
                span = span or self._reminder.settings.reminders.snooze
                return self._tell(SnoozeAsked(span))
            case Skip():
                return self._tell(Skipped())
            case JustMoved():
                return self._tell(Moved())
            case Undo():
                return self._tell(Undone())
            case WasSitting():
                return self._tell(SatOn())
            case Standing(on):
                return self._tell(StandingSet(on))
            case AskAnyway():
                return self._tell(AskedAnyway())
            case (
                Meeting() | PauseFor() | PauseUntil() | PauseUntilTomorrow() | Resume()
            ):
                return self._tell(self._silence(command))
            case NeverAgain():
                self._choosing.never_again()
                self._asking.offer_again()
                return DONE
            case Favour() | LeaveOut():
                return self._mark(command)
            case Settle(topic, choice):
                what = self._proposing.answer(topic, choice)
                return self.do(Start(what)) if what else DONE
            case Show(window):
                return self._show(window)
            case Status():
                return self._status()
            case Quit():
                self._quit_app()
                return DONE
            case Advance():
                return Answer(ok=False, line=_("advance needs --speed 0"))
            case _:
                assert_never(command)

    def dismiss(self) -> None:
        """The card was closed without an answer; that click is a return too."""
        self._reminder.handle(Touched())
        self._reminder.handle(PromptDismissed())

    def expire(self) -> None:
        """The desktop took the question away; nobody need have been there."""
        self._reminder.handle(PromptDismissed())

    def use_length(self, length: Length) -> None:
        """Make the break on offer about this long."""
        self._choosing.use_length(length)
        self._asking.offer_again()

    # How

    @property
    def _described(self) -> Situation:
        return describe(
            self._reminder.state, self._clock.now(), self._reminder.settings
        )

    def _tell(self, event: Event) -> Answer:
        refusal = self._reminder.handle(event)
        if refusal is None:
            found = self._described
            line = found.line
            if isinstance(event, PauseSet | QuietBegan) and found.reason not in line:
                line = found.reason  # in a break, say, or away: what was asked for
            return Answer(ok=True, line=line)
        line = refusal_line(
            refusal,
            self._reminder.state,
            self._clock.now(),
            self._reminder.settings,
        )
        return Answer(ok=False, line=line)

    def _start(self, what: str, choose: Callable[[], Plan | None]) -> Answer:
        if self._guide.under_way:
            return Answer(ok=False, line=_("A guided break is already open."))
        try:
            plan = choose()
        except RefusedError as refusal:
            return Answer(ok=False, line=str(refusal))
        if plan is None:
            return Answer(ok=False, line=_unknown(what))
        self._guide.dismiss()
        self._guide.begin(plan)
        return DONE

    def _mark(self, command: Favour | LeaveOut) -> Answer:
        mark = {Favour: Mark.FAVOURITE, LeaveOut: Mark.LEFT_OUT}[type(command)]
        if not self._choosing.mark(command.what, mark, on=command.on):
            return Answer(ok=False, line=_unknown(command.what))
        self._asking.offer_again()
        return DONE

    def _silence(
        self,
        command: Meeting | PauseFor | PauseUntil | PauseUntilTomorrow | Resume,
    ) -> Event:
        """Say in the rules' own words what was asked for, as of now."""
        now = self._clock.now()
        match command:
            case Meeting(span):
                if span is None:
                    return QuietEnded(Reason.MEETING)
                return QuietBegan(Reason.MEETING, now.later(span))
            case PauseFor(span):
                until = None if span is None else now.later(span)
                return PauseSet(Pause(now, until=until))
            case PauseUntil(clock):
                when = next_time(now.wall, clock)
                return PauseSet(Pause(now, wall=on_the_clock(when)))
            case PauseUntilTomorrow():
                when = tomorrow(now.wall, self._reminder.settings.hours)
                return PauseSet(Pause(now, wall=on_the_clock(when)))
            case Resume():
                return PauseSet(None)
            case _:
                assert_never(command)

    def _show(self, window: Window) -> Answer:
        if window is not Window.CARD:
            self._windows.show(window)
            return DONE
        self._reminder.handle(PromptOpened())
        if isinstance(self._reminder.state.ask, Shown):
            self._asking.open()
        else:
            self._windows.show(Window.HOME)
        return DONE

    def _status(self) -> Answer:
        at = self._clock.now()
        data = status(
            self._reminder.state,
            at,
            self._reminder.settings,
            idle=self._idle(),
            today=self._journal.totals(day_of(at.wall)),
        )
        data["notices"] += self._problems()
        return Answer(ok=True, line=str(data["line"]), data=data)


def _unknown(name: str) -> str:
    return _("There is no routine or exercise “{name}”.").format(name=name)
