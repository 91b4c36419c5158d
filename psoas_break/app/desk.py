"""The one door: every command from tray, card, keys, command line and socket."""

from collections.abc import Callable
from gettext import gettext as _
from typing import assert_never

from psoas_break.app.choosing import Choosing
from psoas_break.app.commands import (
    Advance,
    Answer,
    AskAnyway,
    Command,
    Different,
    JustMoved,
    Meeting,
    NeverAgain,
    PauseFor,
    PauseUntil,
    PauseUntilTomorrow,
    Quit,
    Resume,
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
from psoas_break.app.ports import Clock, Journal, PromptView, Windows
from psoas_break.app.reminder import PromptEffect, Reminder
from psoas_break.app.session import Guide
from psoas_break.app.status import status
from psoas_break.domain.describing import describe, refusal_line
from psoas_break.domain.events import (
    AskedAnyway,
    CollapsePrompt,
    Event,
    Moved,
    PauseSet,
    PromptDismissed,
    PromptOpened,
    QuietBegan,
    QuietEnded,
    SatOn,
    SessionBegan,
    SessionHeld,
    SessionOver,
    ShowPrompt,
    Skipped,
    SnoozeAsked,
    StandingSet,
    Touched,
    Undone,
    WithdrawPrompt,
)
from psoas_break.domain.history import SessionOutcome
from psoas_break.domain.moment import day_of
from psoas_break.domain.progress import Progress
from psoas_break.domain.prompt import Shown
from psoas_break.domain.quiet import Pause, Reason, next_time, tomorrow
from psoas_break.domain.situation import Situation

DONE = Answer(ok=True)


class Desk:
    """Carries out commands, and keeps reminder, guide and prompt together.

    Args:
        clock: the app's clock.
        journal: for today's totals.
        reminder: the rules of sitting and asking.
        guide: the guided break.
        choosing: which break to offer.
        prompt: where the prompt appears.
        windows: the other windows.
        idle: name of the idle mechanism.
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
        prompt: PromptView,
        windows: Windows,
        idle: str,
        quit_app: Callable[[], None],
    ) -> None:
        self._clock = clock
        self._journal = journal
        self._reminder = reminder
        self._guide = guide
        self._choosing = choosing
        self._prompt = prompt
        self._windows = windows
        self._idle = idle
        self._quit_app = quit_app
        self._last_prompt: ShowPrompt | None = None

    @property
    def situation(self) -> Situation:
        """Where we are, in words as of now."""
        return describe(
            self._reminder.state, self._clock.now(), self._reminder.settings
        )

    def click(self, command: Command) -> Answer:
        """Carry out what was clicked in one of our own windows: a return."""
        self._reminder.handle(Touched())
        return self.do(command)

    def do(self, command: Command) -> Answer:
        """Carry out a command, wherever it came from."""
        match command:
            case Start(what):
                return self._start(what)
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
                return self._be_quiet(command)
            case Different():
                self._choosing.something_else()
                return self._offer_again()
            case NeverAgain():
                self._choosing.never_again()
                return self._offer_again()
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
        """The card was closed without an answer."""
        self._tell(PromptDismissed())

    def show_prompt(self, effect: PromptEffect) -> None:
        """Carry out what the rules ask of the prompt."""
        match effect:
            case ShowPrompt():
                self._last_prompt = effect
                self._prompt.show(self._choosing.offer(effect))
            case CollapsePrompt():
                self._prompt.collapse()
            case WithdrawPrompt():
                self._prompt.withdraw()
            case _:
                assert_never(effect)

    # What a guided break tells

    def on_progress(self, progress: Progress) -> None:
        """A step of the break is done."""
        self._reminder.handle(SessionHeld(progress.active))

    def on_closed(self, progress: Progress, outcome: SessionOutcome) -> None:
        """The break's window is gone."""
        finished = outcome is SessionOutcome.FINISHED
        self._reminder.handle(SessionOver(finished, progress.active))
        self._choosing.done(progress)

    # How

    def _tell(self, event: Event) -> Answer:
        refusal = self._reminder.handle(event)
        if refusal is None:
            return DONE
        line = refusal_line(
            refusal,
            self._reminder.state,
            self._clock.now(),
            self._reminder.settings,
        )
        return Answer(ok=False, line=line)

    def _start(self, what: str) -> Answer:
        if self._guide.open:
            return Answer(ok=False, line=_("A guided break is already open."))
        plan = self._choosing.plan(what)
        if plan is None:
            line = _("There is no routine or exercise “{name}”.").format(name=what)
            return Answer(ok=False, line=line)
        self._reminder.handle(SessionBegan(plan.seated))
        self._guide.begin(plan)
        return DONE

    def _be_quiet(
        self,
        command: Meeting | PauseFor | PauseUntil | PauseUntilTomorrow | Resume,
    ) -> Answer:
        now = self._clock.now()
        match command:
            case Meeting(None):
                return self._tell(QuietEnded(Reason.MEETING))
            case Meeting(span) if span is not None:
                return self._tell(QuietBegan(Reason.MEETING, now.later(span)))
            case PauseFor(None):
                pause = Pause(now)
            case PauseFor(span) if span is not None:
                pause = Pause(now, until=now.later(span))
            case PauseUntil(clock):
                pause = Pause(now, wall=next_time(now.wall, clock))
            case PauseUntilTomorrow():
                hours = self._reminder.settings.hours
                pause = Pause(now, wall=tomorrow(now.wall, hours))
            case _:
                return self._tell(PauseSet(None))
        return self._tell(PauseSet(pause))

    def _show(self, window: Window) -> Answer:
        if window is not Window.CARD:
            self._windows.show(window)
            return DONE
        self._reminder.handle(PromptOpened())
        if not isinstance(self._reminder.state.ask, Shown):
            self._windows.show(Window.HOME)
        return DONE

    def _offer_again(self) -> Answer:
        if self._last_prompt is not None and isinstance(
            self._reminder.state.ask, Shown
        ):
            self._prompt.show(self._choosing.offer(self._last_prompt))
        return DONE

    def _status(self) -> Answer:
        at = self._clock.now()
        data = status(
            self._reminder.state,
            at,
            self._reminder.settings,
            idle=self._idle,
            today=self._journal.totals(day_of(at.wall)),
        )
        return Answer(ok=True, line=str(data["line"]), data=data)
