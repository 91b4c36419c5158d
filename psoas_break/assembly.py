"""The running app: everything built, connected, and taken down again.

The icon comes first; what it does not need is imported and built behind it.
"""

import gc
import logging
import os
from argparse import Namespace
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from psoas_break.app.asking import Asking
from psoas_break.app.choosing import Choosing
from psoas_break.app.commands import (
    Advance,
    Answer,
    Show,
    Start,
    Status,
    Window,
    from_wire,
)
from psoas_break.app.desk import Desk
from psoas_break.app.keeper import Keeper
from psoas_break.app.ports import Sound
from psoas_break.app.presence import Presence
from psoas_break.app.reminder import Reminder
from psoas_break.app.session import Guide, recover
from psoas_break.domain.events import Slept
from psoas_break.domain.routine import Catalogue
from psoas_break.domain.session_values import Dismissed, Left
from psoas_break.domain.settings import Settings
from psoas_break.domain.situation import Situation
from psoas_break.domain.state import State
from psoas_break.domain.timeline import Part
from psoas_break.storage import settings_file
from psoas_break.storage.anchors import AnchorFiles
from psoas_break.storage.journal import SqliteJournal
from psoas_break.storage.places import Places
from psoas_break.timekeeping import Timekeeping, timekeeping

# Qt after everything else: PySide6 makes later imports slower.
from PySide6.QtCore import QObject, QTimer  # isort: skip
from PySide6.QtWidgets import QApplication  # isort: skip

from psoas_break.ui.look import Look  # isort: skip
from psoas_break.ui.menu import TrayMenu  # isort: skip
from psoas_break.ui.tray import Tray  # isort: skip
from psoas_break.ui.tray_icon import panel_of  # isort: skip

if TYPE_CHECKING:  # importing it imports jeepney, which most starts do not need
    from psoas_break.desktop.dbus import Bus

_log = logging.getLogger(__name__)

SOUNDS = {Part.SWITCH: "switch", Part.HOLD: "tick", Part.BREATHE: "tick"}
"""What is heard when a part of a break begins."""


class RunningApp(QObject):
    """Owns everything from the icon to the end of the process.

    Args:
        app: Qt's application.
        args: the words of the command line.
        places: where files live.
        time: the clock to live by.
        socket: where to listen for commands.
    """

    def __init__(
        self,
        *,
        app: QApplication,
        args: Namespace,
        places: Places,
        time: Timekeeping,
        socket: Path,
    ) -> None:
        super().__init__(app)
        self._app = app
        self._args = args
        self._places = places
        self._time = time
        self._socket = socket
        self._ready = False
        self._muted = False
        self._sounds: Sound | None = None
        self._settings, self._problems = settings_file.load(
            places.settings_file, places.site_settings_file
        )
        self._seen = settings_file.stamp(places.settings_file)
        self._look = Look(app=app, settings=self._settings.look)
        self._anchors = AnchorFiles(folder=places.anchors)
        self._journal = SqliteJournal(
            path=places.journal_file, device_file=places.device_file
        )
        self._keeper = Keeper(clock=time.clock, anchors=self._anchors)
        self._menu = TrayMenu(situation=self._situation)
        panel = panel_of(os.environ.get("XDG_CURRENT_DESKTOP", ""))
        self._tray = Tray(menu=self._menu, panel=panel, parent=self)
        self._tray.asked.connect(self._click)
        self._menu.asked.connect(self._click)
        QTimer.singleShot(0, self, self._build_the_rest)

    def quit(self) -> None:
        """Save everything, and end."""
        if self._ready:
            self._ready = False
            self._guide.quit()
            self._keeper.save(self._reminder.state)
            self._control.close()
            self._bells.stop()
        self._journal.close()
        self._tray.hide()
        self._app.quit()

    # Built behind the icon

    def _build_the_rest(self) -> None:
        from psoas_break.desktop.awake import choose_awake  # noqa: PLC0415
        from psoas_break.desktop.control import open_control  # noqa: PLC0415
        from psoas_break.ui.settings_watch import SettingsWatch  # noqa: PLC0415

        clock = self._time.clock
        self._bells, self._advance = self._time.ring(self, self._clocks_jumped)
        self._presence = Presence(clock=clock, on_slept=self._slept)
        self._choosing = Choosing(
            clock=clock,
            journal=self._journal,
            anchors=self._anchors,
            settings=lambda: self._settings,
            load=self._load_catalogue,
        )
        self._build_hosts()
        lost = recover(self._anchors, self._journal)
        self._reminder = Reminder(
            state=self._keeper.restore(self._settings, self._journal, lost),
            settings=self._settings,
            clock=clock,
            alarm=self._bells.alarm(),
            calendar=self._bells.alarm(),
            idle=self._time.idle,
            journal=self._journal,
            on_prompt=self._asking.follow,
            on_change=self._changed,
            senses=self._look_around,
        )
        self._guide = Guide(
            clock=clock,
            alarm=self._bells.alarm(),
            journal=self._journal,
            anchors=self._anchors,
            awake=choose_awake(os.environ, self._bus).mechanism,
            view=self._session_host,
            reminder=self._reminder,
            choosing=self._choosing,
            on_say=self._say,
        )
        self._desk = Desk(
            clock=clock,
            journal=self._journal,
            reminder=self._reminder,
            guide=self._guide,
            choosing=self._choosing,
            asking=self._asking,
            windows=self._windows,
            idle=self._time.idle.name,
            problems=self._all_problems,
            quit_app=lambda: QTimer.singleShot(0, self, self.quit),
        )
        self._connect()
        self._control = open_control(path=self._socket, handle=self._hear, parent=self)
        self._watch = SettingsWatch(file=self._places.settings_file, parent=self)
        self._watch.edited.connect(self._settings_edited)
        self._ready = True
        self._reminder.look()
        self._greet()
        gc.collect()
        gc.freeze()
        gc.enable()

    def _build_hosts(self) -> None:
        from psoas_break.desktop.compositor import composited  # noqa: PLC0415
        from psoas_break.diagnosis import diagnosis  # noqa: PLC0415
        from psoas_break.house import Makers  # noqa: PLC0415
        from psoas_break.ui.prompt_host import PromptHost  # noqa: PLC0415
        from psoas_break.ui.session_host import SessionHost  # noqa: PLC0415
        from psoas_break.ui.windows import OpenWindows  # noqa: PLC0415

        self._prompt_host = PromptHost(
            look=self._look,
            surface=lambda: self._settings.reminders.surface,
            snooze=lambda: self._settings.reminders.snooze,
            composited=composited,
            stays=self._time.card_stays,
            parent=self,
        )
        self._session_host = SessionHost(
            look=self._look,
            see_clinician=self._choosing.see_clinician,
            parent=self,
        )
        self._asking = Asking(choosing=self._choosing, view=self._prompt_host)
        self._makers = Makers(
            look=self._look,
            tray=self._tray,
            places=self._places,
            journal=self._journal,
            clock=self._time.clock,
            settings=lambda: self._settings,
            catalogue=lambda: self._choosing.catalogue,
            situation=self._situation,
            problems=lambda: tuple(self._problems),
            diagnosis=lambda folders: diagnosis(
                idle=self._time.idle.name,
                tray=self._tray.available,
                places=folders,
                problems=self._all_problems(),
            ),
            use=self._choose_settings,
        )
        self._windows = OpenWindows(
            look=self._look, makers=self._makers.all(), parent=self
        )

    def _connect(self) -> None:
        self._prompt_host.asked.connect(self._click)
        self._prompt_host.dismissed.connect(self._desk.dismiss)
        self._prompt_host.length_chosen.connect(self._choosing.use_length)
        self._prompt_host.shown.connect(self._chime)
        self._windows.asked.connect(self._click)
        self._session_host.happened.connect(self._guide.handle)
        self._session_host.mute_pressed.connect(self._mute)
        self._session_host.start_wanted.connect(self._start_instead)
        self._tray.availability.connect(
            lambda there: self._makers.tray_changed(self._windows, there)
        )

    # What comes in

    def _click(self, command: Any) -> None:
        """Carry out what was clicked; a refusal needs no words, the button says it."""
        if not self._ready:
            return
        if command in (Show(Window.HOME), Show(Window.CARD)) and (
            self._session_host.raise_window()
        ):
            return
        answer = self._desk.click(command)
        if not answer.ok:
            _log.info("%s: %s", command, answer.line)

    def _hear(
        self, message: dict[str, Any], respond: Callable[[dict[str, Any]], None]
    ) -> None:
        """Carry out what came over the socket."""
        try:
            command = from_wire(message)
        except ValueError as error:
            respond({"ok": False, "line": str(error)})
            return
        if isinstance(command, Advance) and self._advance is not None:
            done = partial(respond, {"ok": True})
            self._advance(command.span, command.passing, done)
            return
        if isinstance(command, Status):
            self._look_around()
        answer: Answer = self._desk.do(command)
        respond({"ok": answer.ok, "line": answer.line, "data": answer.data})

    def _slept(self, slept: Slept) -> None:
        self._guide.leave(Left(slept.since))
        self._reminder.handle(slept)

    def _clocks_jumped(self) -> None:
        self._bells.wakeup()
        if self._ready:
            self._reminder.look()

    def _look_around(self) -> None:
        self._presence.look()
        self._tray.look()
        self._journal.retry()

    def _start_instead(self, what: str) -> None:
        self._guide.handle(Dismissed())
        self._click(Start(what))

    # What goes out

    def _changed(self, state: State) -> None:
        self._keeper.keep(state)
        situation = self._situation()
        self._tray.show(situation)
        self._makers.show(self._windows, situation)

    def _situation(self) -> Situation:
        return self._desk.situation

    def _chime(self) -> None:
        if self._settings.reminders.chime:
            self._sound.play("chime", self._settings.sounds.volume)

    def _say(self, _text: str, part: Part) -> None:
        if part in SOUNDS and self._settings.sounds.session and not self._muted:
            self._sound.play(SOUNDS[part], self._settings.sounds.volume)

    def _mute(self) -> None:
        self._muted = not self._muted
        self._session_host.set_muted(self._muted)

    def _all_problems(self) -> tuple[str, ...]:
        kept = (self._keeper.problem,) if self._keeper.problem else ()
        return (
            *self._problems,
            *self._anchors.problems(),
            *kept,
            *self._journal.problems(),
        )

    # Settings

    def _settings_edited(self) -> None:
        """The file was changed by hand, or by us."""
        stamp = settings_file.stamp(self._places.settings_file)
        if stamp == self._seen:
            return
        self._seen = stamp
        settings, self._problems = settings_file.load(
            self._places.settings_file, self._places.site_settings_file
        )
        self._use(settings)

    def _choose_settings(self, settings: Settings) -> None:
        """The user chose something in a window."""
        was = self._settings
        self._use(settings)
        try:
            settings_file.save(
                self._places.settings_file,
                settings,
                was=was,
                site_path=self._places.site_settings_file,
            )
        except OSError as error:
            self._problems = [str(error)]
        self._seen = settings_file.stamp(self._places.settings_file)

    def _use(self, settings: Settings) -> None:
        was, self._settings = self._settings, settings
        self._look.use(settings.look)
        self._makers.settings_changed(self._windows, settings)
        if settings.startup != was.startup:
            self._set_autostart(on=settings.startup.at_login)
        self._reminder.use(settings)

    def _set_autostart(self, *, on: bool) -> None:
        from psoas_break.desktop.autostart import (  # noqa: PLC0415
            choose_autostart,
            launch_command,
        )

        command = launch_command(os.environ)
        try:
            choose_autostart(os.environ, command).mechanism.set(on=on)
        except OSError as error:
            self._problems = [*self._problems, str(error)]

    # Parts that load when first used

    def _load_catalogue(self) -> Catalogue:
        from psoas_break.storage.catalogue import (  # noqa: PLC0415
            find_resources,
            load,
        )

        catalogue, problems = load(find_resources(), self._places.data)
        for problem in problems:
            _log.warning("%s", problem)
        self._problems = [*self._problems, *(str(problem) for problem in problems)]
        return catalogue

    def _bus(self) -> "Bus":
        from psoas_break.desktop.dbus import Bus  # noqa: PLC0415

        return Bus(address=os.environ.get("DBUS_SESSION_BUS_ADDRESS"), parent=self)

    @property
    def _sound(self) -> Sound:
        if self._sounds is None:
            from psoas_break.desktop.sound import choose_sound  # noqa: PLC0415
            from psoas_break.storage.catalogue import find_resources  # noqa: PLC0415

            self._sounds = choose_sound(find_resources()).mechanism
        return self._sounds

    def _greet(self) -> None:
        """Show something where only an icon would not be enough."""
        first = not self._places.settings_file.exists() and not self._keeper.restored
        if self._args.autostarted or self._args.speed is not None:
            return
        if first:
            self._windows.show(Window.WELCOME)
        elif not self._tray.available:
            self._windows.show(Window.HOME)


def run(args: Namespace, socket: Path) -> int:
    """Be the app until it ends; returns an exit code."""
    places = Places.inside(args.profile_dir) if args.profile_dir else Places.of_user()
    app = QApplication(["psoas-break"])
    app.setApplicationName("psoas-break")
    app.setApplicationDisplayName("Psoas Break")
    app.setDesktopFileName("psoas-break")
    app.setQuitOnLastWindowClosed(False)
    RunningApp(
        app=app,
        args=args,
        places=places,
        time=timekeeping(args.speed, args.profile_dir),
        socket=socket,
    )
    return app.exec()
