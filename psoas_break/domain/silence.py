"""Why we are silent, what ends it, and when, in words."""

from dataclasses import dataclass
from datetime import datetime

from psoas_break.domain.moment import Moment
from psoas_break.domain.prompt import Waiting
from psoas_break.domain.quiet import Quiet, Reason
from psoas_break.domain.settings import Settings
from psoas_break.domain.state import State, active_quiets
from psoas_break.words import N_
from psoas_break.words import gettext as _


@dataclass(frozen=True, slots=True)
class Silence:
    """A reason for silence and when it ends; None when nobody can say."""

    text: str
    ends: datetime | None


def silence_of(state: State, at: Moment, settings: Settings) -> Silence | None:
    """The reason for our silence that ends last; an unknown end is last."""
    found: list[Silence] = []
    if state.off_hours:
        found.append(_off_hours(at, settings))
    if state.pause is not None:
        found.append(_pause(state.pause.ends(at), at))
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
        until = quiet.until.seen_from(at)
        text = _("In a meeting until {time}").format(time=clock_time(until, at.wall))
        return Silence(text, until)
    what, end = _WORDS[quiet.reason]
    if waiting:
        text = _("{what} · break waits for {end} to end").format(
            what=_(what), end=_(end)
        )
    else:
        text = _("{what} · a break would wait for {end} to end").format(
            what=_(what), end=_(end)
        )
    return Silence(text, quiet.until.seen_from(at) if quiet.until is not None else None)


def name_of_reason(reason: Reason) -> str:
    """Say what it is that keeps us quiet."""
    what, _end = _WORDS[reason]
    return _(what)


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
