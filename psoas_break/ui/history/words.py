"""What the history window says of days, breaks and prompts: plain Python."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from psoas_break.domain.history import (
    BreakSource,
    Feeling,
    Held,
    PromptNote,
    PromptRecord,
    SessionOutcome,
    Side,
)
from psoas_break.domain.past import PastBreak, PastPrompt, PastSession
from psoas_break.ui.end_summary import time_words
from psoas_break.ui.settings.week import clock, short_weekdays
from psoas_break.words import decimal, ngettext
from psoas_break.words import gettext as _

NOTHING = timedelta()
_QUIETER = (PromptNote.SHOWN, PromptNote.COLLAPSED)
"""Notes every prompt has; they are said only when there are no others."""

Names = Mapping[str, str]
"""What routines and exercises are called, by id."""


def day_words(day: date, today: date) -> str:
    """A day as one thinks of it: today, yesterday, Tue 3 Mar."""
    match (today - day).days:
        case 0:
            return _("Today")
        case 1:
            return _("Yesterday")
        case _:
            return date_words(day, today)


def date_words(day: date, today: date) -> str:
    """A day in the middle of a sentence: Tue 3 Mar; with the year, if it is another."""
    words = _("{weekday} {day} {month}").format(
        weekday=short_weekdays()[day.weekday()],
        day=day.day,
        month=months()[day.month - 1],
    )
    return words if day.year == today.year else f"{words} {day.year}"


def months() -> tuple[str, ...]:
    """The short names of the months."""
    return (
        _("Jan"),
        _("Feb"),
        _("Mar"),
        _("Apr"),
        _("May"),
        _("Jun"),
        _("Jul"),
        _("Aug"),
        _("Sep"),
        _("Oct"),
        _("Nov"),
        _("Dec"),
    )


def natural_words(count: int) -> str:
    """How many natural breaks there were."""
    return ngettext("{count} natural break", "{count} natural breaks", count).format(
        count=count
    )


def clock_words(wall: datetime) -> str:
    """The time of day of an event."""
    return clock(wall.time())


def clock_text(span: timedelta) -> str:
    """A held time as on a stop watch.

    >>> clock_text(timedelta(seconds=90))
    '1:30'
    """
    minutes, seconds = divmod(round(span.total_seconds()), 60)
    return f"{minutes}:{seconds:02}"


def held_words(span: timedelta) -> str:
    """A held time as on a stop watch, or nothing at all."""
    return clock_text(span) if span > NOTHING else ""


def outcome_words(session: PastSession) -> str:
    """How a break ended, and how it felt."""
    ended = {
        SessionOutcome.FINISHED: _("Finished"),
        SessionOutcome.ENDED: _("Ended early"),
        SessionOutcome.INTERRUPTED: _("Interrupted"),
        None: _("Going on"),
    }[session.outcome]
    feelings = {
        Feeling.FINE: _("Fine"),
        Feeling.TOO_MUCH: _("Too much"),
        Feeling.HURT: _("Hurt"),
    }
    felt = feelings[session.feeling] if session.feeling else ""
    return f"{ended} · {felt}" if felt else ended


def held_what(held: Held, names: Names) -> str:
    """What was done: an exercise, and how much of it where it has no sides."""
    name = names.get(held.exercise, held.exercise)
    if held.breaths:
        count = held.breaths
        many = ngettext("{count} breath", "{count} breaths", count)
    elif held.repetitions:
        count = held.repetitions
        many = ngettext("{count} time", "{count} times", count)
    elif held.side is Side.BOTH:
        return f"{name}, {time_words(held.held)}"
    else:
        return name
    return f"{name}, {many.format(count=count)}"


def prompt_what(prompt: PastPrompt) -> str:
    """Which prompt it was."""
    minutes = round(prompt.notes[0].sat / timedelta(minutes=1)) if prompt.notes else 0
    if not minutes:
        return _("Prompt")
    return _("Prompt after {minutes} min").format(minutes=minutes)


def prompt_words(prompt: PastPrompt) -> str:
    """What became of a prompt, in order."""
    told = [note for note in prompt.notes if note.note not in _QUIETER]
    return ", ".join(_note_words(note) for note in told) or _("Not answered yet")


def break_what(past: PastBreak) -> str:
    """What a natural break was."""
    if past.source is BreakSource.MOVED:
        return _("I just moved")
    minutes = round((past.ended - past.started) / timedelta(minutes=1))
    return _("Away from the desk, {minutes} min").format(minutes=minutes)


def _note_words(note: PromptRecord) -> str:
    words = {
        PromptNote.SHOWN: _("Shown"),
        PromptNote.COLLAPSED: _("Collapsed"),
        PromptNote.WITHDRAWN: _("Waited"),
        PromptNote.NOBODY_THERE: _("Nobody there"),
        PromptNote.MISSED: _("Missed"),
        PromptNote.STARTED: _("Started"),
        PromptNote.SNOOZED: _("Snoozed"),
        PromptNote.SKIPPED: _("Skipped"),
        PromptNote.SKIP_UNDONE: _("Skip undone"),
        PromptNote.WALKED_AWAY: _("Walked away"),
        PromptNote.MOVED: _("Just moved"),
        PromptNote.LAPSED: _("No longer due"),
    }[note.note]
    match note.note, note.detail:
        case _, "":
            return words
        case PromptNote.SNOOZED, _span:
            minutes = decimal(f"{note.snoozed / timedelta(minutes=1):g}")
            return _("Snoozed {minutes} min").format(minutes=minutes)
        case _:
            return f"{words} ({reason_words(note.detail)})"


def reason_words(reason: str) -> str:
    """Why a prompt waited; a reason without words here stands as it was written."""
    known = {
        "do not disturb": _("do not disturb"),
        "microphone": _("microphone in use"),
        "camera": _("camera in use"),
        "screen share": _("screen shared"),
        "presentation": _("presentation"),
        "full screen": _("full screen"),
        "meeting": _("meeting"),
        "listed app": _("an app on your list"),
        "session": _("break running"),
        "away": _("away"),
        "off hours": _("off hours"),
        "pause": _("paused"),
        "standing": _("standing"),
    }
    return known.get(reason, reason)
