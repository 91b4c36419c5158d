"""Where we are, in words: state line, tooltip, and the reason for our silence."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from psoas_break.domain.absence import Gone
from psoas_break.domain.answers import something_due_in
from psoas_break.domain.events import Refusal
from psoas_break.domain.moment import Moment
from psoas_break.domain.prompt import (
    Collapsed,
    Pending,
    Shown,
    Snoozed,
    Waiting,
    shape_of,
)
from psoas_break.domain.prompting import latest_of
from psoas_break.domain.quiet import Quiet, Reason
from psoas_break.domain.settings import Settings
from psoas_break.domain.sitting import ZERO
from psoas_break.domain.situation import PromptShape, Situation, StateName
from psoas_break.domain.state import State, Undoable, active_quiets
from psoas_break.words import gettext as _
from psoas_break.words import ngettext

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class NextBreak:
    """How far away the window is; never below zero."""

    earliest: timedelta
    latest: timedelta


@dataclass(frozen=True, slots=True)
class Silence:
    """A reason for silence and when it ends; None when nobody can say."""

    text: str
    ends: datetime | None


def name_of(state: State) -> StateName:
    """Return the one word for where we are."""
    checks = (
        (StateName.ON_BREAK, state.session is not None),
        (StateName.AWAY, isinstance(state.presence, Gone)),
        (StateName.OFF_HOURS, state.off_hours),
        (StateName.PAUSED, state.pause is not None),
        (StateName.STANDING, state.standing is not None),
        (StateName.PROMPTING, isinstance(state.ask, Shown)),
        (StateName.DUE, not isinstance(state.ask, Waiting)),
        (StateName.DUE, shape_of(state.ask) is PromptShape.COLLAPSED),
    )
    return next((name for name, holds in checks if holds), StateName.SITTING)


def next_break(state: State, at: Moment, settings: Settings) -> NextBreak | None:
    """When the window lies, counted from `at`; None while the clock tells nothing."""
    if name_of(state) is not StateName.SITTING or state.clock.since is None:
        return None
    into = state.into_window(at)
    rules = settings.reminders
    return NextBreak(max(ZERO, rules.earliest - into), max(ZERO, rules.latest - into))


def describe(state: State, at: Moment, settings: Settings) -> Situation:
    """Put everything a display needs into one value."""
    name = name_of(state)
    silence = _silence(state, at, settings)
    line, tooltip = _lines(name, silence, state, at, settings)
    rules = settings.reminders
    limit = rules.snooze_limit
    due = something_due_in(state, at, settings)
    snoozable = due and (limit is None or state.snoozes < limit)
    return Situation(
        state=name,
        line=line,
        tooltip=tooltip,
        reason=silence.text if silence is not None else "",
        sitting=state.sat(at),
        remaining=min(1.0, max(0.0, 1 - state.into_window(at) / rules.latest)),
        prompt=shape_of(state.ask),
        quiet=bool(active_quiets(state, at, settings)),
        paused=state.pause is not None,
        standing=state.standing is not None,
        in_meeting=any(q.reason is Reason.MEETING for q in state.quiets),
        can_snooze=snoozable,
        snooze_refusal="" if snoozable else snooze_refusal(state, at, settings),
        can_skip=due,
        undo=_undo(state, at),
        can_say_was_sitting=state.regret is not None and at - state.regret.until < ZERO,
        waited_all_day=_waited(state),
        notices=() if state.idle_known else (unknown_idle(),),
    )


def unknown_idle() -> str:
    """Say what it means that this desktop tells no idle time."""
    return _("This desktop does not tell idle time; a break comes when it is due.")


def snooze_refusal(state: State, at: Moment, settings: Settings) -> str:
    """Say why Snooze would be refused."""
    limit = settings.reminders.snooze_limit
    if not something_due_in(state, at, settings):
        return _("Nothing is due.")
    if limit == 0:
        return _("Snoozing is switched off in the settings.")
    return ngettext(
        "Snoozed {count} time already.", "Snoozed {count} times already.", limit or 0
    ).format(count=limit)


def clock_time(when: datetime, now: datetime) -> str:
    """Write a time of day; with the weekday when it is another day."""
    if when.date() == now.date():
        return f"{when:%H:%M}"
    days = (
        _("Mon"),
        _("Tue"),
        _("Wed"),
        _("Thu"),
        _("Fri"),
        _("Sat"),
        _("Sun"),
    )
    return _("{weekday} {time}").format(
        weekday=days[when.weekday()], time=f"{when:%H:%M}"
    )


def _lines(
    name: StateName,
    silence: Silence | None,
    state: State,
    at: Moment,
    settings: Settings,
) -> tuple[str, str]:
    """The line that ages and the tooltip that does not."""
    match name:
        case StateName.ON_BREAK:
            line = _("On a break")
            return line, line
        case StateName.AWAY:
            return _away(state, at, settings)
        case StateName.OFF_HOURS | StateName.PAUSED | StateName.STANDING:
            line = silence.text if silence is not None else ""
            return line, line
        case StateName.PROMPTING:
            sat = _minutes_sat(state, at)
            line = _("Time to stand up · sitting {minutes} min").format(minutes=sat)
            return line, _("Time to stand up")
        case StateName.DUE:
            line = _due(silence, state, at)
            return line, line
        case StateName.SITTING:
            return _sitting(silence, state, at, settings)


def _sitting(
    silence: Silence | None, state: State, at: Moment, settings: Settings
) -> tuple[str, str]:
    coming = next_break(state, at, settings)
    sat = _minutes_sat(state, at)
    if silence is not None:
        line = _("{reason} · sitting {minutes} min").format(
            reason=silence.text, minutes=sat
        )
        return line, silence.text
    if coming is None:
        line = _("Sitting {minutes} min").format(minutes=sat)
        return line, _("Psoas Break")
    first = clock_time(at.later(coming.earliest).wall, at.wall)
    last = clock_time(at.later(coming.latest).wall, at.wall)
    if coming.earliest == ZERO:
        line = _("Sitting {minutes} min · next break at a quiet moment").format(
            minutes=sat
        )
        return line, _("Next break by {time}").format(time=last)
    soon, late = ceil(coming.earliest / MINUTE), ceil(coming.latest / MINUTE)
    if soon == late:
        line = _("Sitting {minutes} min · next break in {soon} min")
        tooltip = _("Next break {first}")
    else:
        line = _("Sitting {minutes} min · next break in {soon} to {late} min")
        tooltip = _("Next break {first} to {last}")
    return (
        line.format(minutes=sat, soon=soon, late=late),
        tooltip.format(first=first, last=last),
    )


def _due(silence: Silence | None, state: State, at: Moment) -> str:
    if silence is not None:
        return silence.text
    match state.ask:
        case Snoozed(ready=ready) if ready - at > ZERO:
            return _("Snoozed until {time}").format(
                time=clock_time(ready.wall, at.wall)
            )
        case Collapsed(ready=ready) if ready - at > ZERO:
            return _("A break is due · asks again at {time}").format(
                time=clock_time(ready.wall, at.wall)
            )
        case Pending(ready=ready) if latest_of(ready, state.gate) - at > ZERO:
            return _("A break is due · asks again at {time}").format(
                time=clock_time(latest_of(ready, state.gate).wall, at.wall)
            )
        case Waiting():
            return _("A break was missed · it can still be started")
        case _:
            return _("A break is due · it comes at a quiet moment")


def _away(state: State, at: Moment, settings: Settings) -> tuple[str, str]:
    gone = state.presence
    if not isinstance(gone, Gone):
        return "", ""
    if gone.walk:
        line = _("On your feet · the clock starts when you are back")
        return line, line
    since = clock_time(gone.start.wall, at.wall)
    tooltip = _("Away since {time}").format(time=since)
    if gone.cleared:
        return _("Away since {time} · a natural break").format(time=since), tooltip
    line = _("Away · {minutes} of {needed} min to a natural break").format(
        minutes=int((at - gone.start) / MINUTE),
        needed=int(settings.reminders.natural_break / MINUTE),
    )
    return line, tooltip


def _silence(state: State, at: Moment, settings: Settings) -> Silence | None:
    """The reason for our silence that ends last; an unknown end is last."""
    found: list[Silence] = []
    if state.off_hours:
        found.append(_off_hours(at, settings))
    if state.pause is not None:
        found.append(_pause(state.pause.ends, at))
    if state.standing is not None:
        found.append(
            Silence(_("Standing · the sitting clock waits until you sit"), None)
        )
    waiting = not isinstance(state.ask, Waiting)
    found.extend(
        _quiet(quiet, at, waiting=waiting)
        for quiet in active_quiets(state, at, settings)
    )
    unknown = [silence for silence in found if silence.ends is None]
    known = [silence for silence in found if silence.ends is not None]
    if unknown:
        return unknown[0]
    return max(known, key=_end_of, default=None)


def _end_of(silence: Silence) -> float:
    return silence.ends.timestamp() if silence.ends is not None else float("inf")


def _off_hours(at: Moment, settings: Settings) -> Silence:
    opens = settings.hours.opens_after(at.wall)
    if opens is None:
        return Silence(_("Outside working hours"), None)
    text = _("Outside working hours until {time}")
    return Silence(text.format(time=clock_time(opens, at.wall)), opens)


def _pause(ends: datetime | None, at: Moment) -> Silence:
    if ends is None:
        return Silence(_("Paused until you resume"), None)
    text = _("Paused until {time}").format(time=clock_time(ends, at.wall))
    return Silence(text, ends)


def _quiet(quiet: Quiet, at: Moment, *, waiting: bool) -> Silence:
    if quiet.reason is Reason.MEETING and quiet.until is not None:
        until = clock_time(quiet.until.wall, at.wall)
        text = _("In a meeting until {time}").format(time=until)
        return Silence(text, quiet.until.wall)
    what, end = _WORDS[quiet.reason]
    if waiting:
        text = _("{what} · break waits for {end} to end").format(
            what=_(what), end=_(end)
        )
    else:
        text = _("{what} · a break would wait for {end} to end").format(
            what=_(what), end=_(end)
        )
    return Silence(text, quiet.until.wall if quiet.until is not None else None)


def N_(text: str) -> str:  # noqa: N802 - the name gettext tools know
    """Mark `text` for translation where it is written, not where it is used."""
    return text


_WORDS = {
    Reason.DO_NOT_DISTURB: (N_("Do not disturb"), N_("do not disturb")),
    Reason.MICROPHONE: (N_("Microphone in use"), N_("the call")),
    Reason.CAMERA: (N_("Camera in use"), N_("the call")),
    Reason.SCREEN_SHARE: (N_("Screen shared"), N_("the screen share")),
    Reason.PRESENTATION: (N_("Presentation"), N_("the presentation")),
    Reason.FULL_SCREEN: (N_("Full screen"), N_("full screen")),
    Reason.MEETING: (N_("In a meeting"), N_("the meeting")),
    Reason.LISTED_APP: (N_("An app on your list is open"), N_("that app")),
}


def _undo(state: State, at: Moment) -> str:
    kept = state.undo
    if kept is None or at - kept.until >= ZERO:
        return ""
    match kept.what:
        case Undoable.SKIP:
            return _("Undo skip")
        case Undoable.MOVED:
            return _("Undo “I just moved”")


def _waited(state: State) -> str:
    waited = state.day.waited
    if waited is None:
        return ""
    what, _end = _WORDS[waited]
    return _("Breaks waited all day for: {what}").format(what=_(what))


def _minutes_sat(state: State, at: Moment) -> int:
    return int(state.sat(at) / MINUTE)


def refusal_line(why: Refusal, state: State, at: Moment, settings: Settings) -> str:
    """Say in one line why nothing happened."""
    match why:
        case Refusal.NOTHING_DUE:
            return _("Nothing is due.")
        case Refusal.SNOOZE_LIMIT | Refusal.NO_SNOOZE:
            return snooze_refusal(state, at, settings)
        case Refusal.NOTHING_TO_UNDO:
            return _("There is nothing to undo.")
        case Refusal.NO_ABSENCE:
            return _("There was no absence just now.")
