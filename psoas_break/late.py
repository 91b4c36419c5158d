"""Parts that load when they are first used, so that the idle process has none."""

import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from psoas_break.app.pausing_media import PausingMedia
from psoas_break.app.ports import Media
from psoas_break.app.preferences import Preferences
from psoas_break.app.sound import Sound, Voice
from psoas_break.app.sounding import Sounding
from psoas_break.desktop.buses import Buses
from psoas_break.domain.routine import Catalogue
from psoas_break.domain.settings import Settings
from psoas_break.words import gettext as _

if TYPE_CHECKING:  # imported when they are needed, if they are
    from PySide6.QtWidgets import QWidget

    from psoas_break.app.choosing import Choosing
    from psoas_break.app.notification import Notifier
    from psoas_break.desktop.control import Control
    from psoas_break.desktop.control_lines import Handle
    from psoas_break.ui.look import Look
    from psoas_break.ui.theme import Theme

_log = logging.getLogger(__name__)

BETWEEN_PIECES_MS = 20
"""Between pieces of long work; as long as one takes, so half the time is for others."""


def in_pieces(parent: QObject) -> Callable[[Callable[[], None]], None]:
    """Return what has something done when the windows have had their turn."""

    def later(work: Callable[[], None]) -> None:
        # A bound method alone would not keep its object until then, and Qt would
        # call into memory that is gone.
        QTimer.singleShot(BETWEEN_PIECES_MS, parent, lambda: work())  # noqa: PLW0108

    return later


def sounding(preferences: Preferences) -> Sounding:
    """Return what makes breaks and prompts heard; sound and voice load when used."""
    return Sounding(
        settings=lambda: preferences.settings,
        choose=preferences.choose,
        load=load_sound,
        load_voice=load_voice,
    )


def load_voice() -> Voice:
    """Return the desktop's voice; nothing is opened before the first word."""
    from psoas_break.desktop.sound.speech import DesktopVoice  # noqa: PLC0415

    return DesktopVoice()


def load_sound() -> Sound:
    """Return the sound system; nothing is opened before the first sound."""
    from psoas_break.desktop.sound import choose_sound  # noqa: PLC0415
    from psoas_break.storage.resources import find_resources  # noqa: PLC0415

    return choose_sound(find_resources()).mechanism


def media(settings: Callable[[], Settings], buses: Buses) -> PausingMedia:
    """Return what pauses music and films; nothing is loaded unless that is wanted."""

    def load() -> Media:
        from psoas_break.desktop.media import choose_media  # noqa: PLC0415

        return choose_media(buses.session()).mechanism

    return PausingMedia(settings=settings, load=load)


def notifier(buses: Buses) -> "Notifier | None":
    """Return the desktop's notifications, if they can carry buttons."""
    from psoas_break.desktop.notifications import choose_notifier  # noqa: PLC0415

    return choose_notifier(buses.session()).mechanism


def load_catalogue(data: Path, tell: Callable[[str], None]) -> Catalogue:
    """Return every exercise and routine; what had to be left out is told."""
    from psoas_break.storage.catalogue import load  # noqa: PLC0415
    from psoas_break.storage.resources import find_resources  # noqa: PLC0415

    catalogue, problems = load(find_resources(), data)
    lines = tuple(str(problem) for problem in problems)
    for line in lines:
        tell(line)
    return replace(catalogue, problems=lines)


def make_routine_editor(choosing: "Choosing", file: Path, theme: "Theme") -> "QWidget":
    """Return the window in which own routines are made; they are kept in `file`."""
    from psoas_break.app.own_routines import OwnRoutines  # noqa: PLC0415
    from psoas_break.domain.rotation import Mark  # noqa: PLC0415
    from psoas_break.storage.own_routines import RoutineFile  # noqa: PLC0415
    from psoas_break.ui.routine_editor import RoutineEditor  # noqa: PLC0415
    from psoas_break.ui.routines.workshop import Workshop  # noqa: PLC0415

    own = OwnRoutines(choosing=choosing, store=RoutineFile(file))
    workshop = Workshop(
        catalogue=own.catalogue,
        routines=own.all(),
        keep=own.keep,
        is_favourite=lambda name: name in choosing.marks[Mark.FAVOURITE],
        problems=[line for line in own.catalogue.problems if file.name in line],
    )
    return RoutineEditor(workshop, theme=theme)


def listen(
    socket: Path, handle: "Handle", parent: QObject
) -> tuple["Control | None", str]:
    """Listen to the command line; or say in a line why that is not possible."""
    from psoas_break.desktop.control import open_control  # noqa: PLC0415

    try:
        return open_control(path=socket, handle=handle, parent=parent), ""
    except OSError as error:
        told = _("The command line cannot reach the app: {reason}").format(reason=error)
        _log.warning("%s", told)
        return None, told


def follow_motion(buses: Buses, look: "Look") -> None:
    """Have the look go by whether the desktop asks for less motion."""
    from psoas_break.desktop.motion import follow_motion  # noqa: PLC0415

    follow_motion(buses.session, look.heed_desktop)


def watch(settings: Path, edited: Callable[[], None], parent: QObject) -> None:
    """Have `edited` called when somebody edits the settings file."""
    from psoas_break.ui.settings_watch import SettingsWatch  # noqa: PLC0415

    SettingsWatch(file=settings, parent=parent).edited.connect(edited)
