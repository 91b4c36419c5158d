"""The small menus that tray, card and home window share."""

from collections.abc import Callable, Iterable
from datetime import timedelta

from PySide6.QtWidgets import QMenu

from psoas_break.app.commands import (
    Command,
    Meeting,
    PauseFor,
    PauseUntilTomorrow,
    Snooze,
)
from psoas_break.words import gettext as _
from psoas_break.words import ngettext

Ask = Callable[[Command], None]
"""Takes the command an entry stands for."""

MEETINGS = tuple(timedelta(minutes=n) for n in (15, 30, 60))
PAUSES = (timedelta(minutes=30), timedelta(hours=1), timedelta(hours=2))
SNOOZES = tuple(timedelta(minutes=n) for n in (2, 5, 10, 15))

_MINUTE = timedelta(minutes=1)
_HOUR = timedelta(hours=1)


def add_meetings(menu: QMenu, ask: Ask) -> None:
    """Add one entry per usual length of a call."""
    _add(menu, ask, ((span_text(span), Meeting(span)) for span in MEETINGS))


def add_pauses(menu: QMenu, ask: Ask) -> None:
    """Add the ways to ask for silence."""
    _add(menu, ask, ((span_text(span), PauseFor(span)) for span in PAUSES))
    _add(
        menu,
        ask,
        (
            (_("Until tomorrow"), PauseUntilTomorrow()),
            (_("Until I resume"), PauseFor(None)),
        ),
    )


def add_snoozes(menu: QMenu, ask: Ask) -> None:
    """Add the ways to be asked again soon."""
    _add(menu, ask, ((in_text(span), Snooze(span)) for span in SNOOZES))


def span_text(span: timedelta) -> str:
    """Return a length as a person says it.

    >>> span_text(timedelta(minutes=30)), span_text(timedelta(hours=2))
    ('30 minutes', '2 hours')
    """
    if span >= _HOUR and span % _HOUR == timedelta():
        hours = span // _HOUR
        return ngettext("{count} hour", "{count} hours", hours).format(count=hours)
    minutes = round(span / _MINUTE)
    return ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes)


def in_text(span: timedelta) -> str:
    """Return when something comes again.

    >>> in_text(timedelta(minutes=5))
    'In 5 min'
    """
    return _("In {count} min").format(count=round(span / _MINUTE))


def _add(menu: QMenu, ask: Ask, entries: Iterable[tuple[str, Command]]) -> None:
    for text, command in entries:
        # The default binds this round's command, not the last one's.
        menu.addAction(text).triggered.connect(
            lambda _checked=False, command=command: ask(command)
        )
