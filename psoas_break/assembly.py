"""The running app: everything built, connected, and taken down again.

The icon comes first; what it does not need is imported and built behind it.
"""

import gc
import os
from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from psoas_break.app.anchoring import SafeAnchors
from psoas_break.app.asking import Asking
from psoas_break.app.choosing import Choosing
from psoas_break.app.commands import Window
from psoas_break.app.desk import Desk
from psoas_break.app.keeper import Keeper
from psoas_break.app.notices import Notices
from psoas_break.app.preferences import Preferences
from psoas_break.app.presence import Presence
from psoas_break.app.reminder import Reminder
from psoas_break.app.session import Guide, recover
from psoas_break.app.sounding import Sounding
from psoas_break.domain.routine import Catalogue
from psoas_break.domain.settings import Settings
from psoas_break.domain.situation import Situation
from psoas_break.domain.state import State
from psoas_break.late import load_awake, load_sound, set_autostart
from psoas_break.storage.anchors import AnchorFiles
from psoas_break.storage.journal import SqliteJournal
from psoas_break.storage.places import Places
from psoas_break.storage.settings_store import SettingsFile
from psoas_break.timekeeping import Timekeeping

# Qt after everything else: PySide6 makes later imports slower.
from PySide6.QtCore import QObject, QTimer  # isort: skip
from PySide6.QtWidgets import QApplication  # isort: skip

from psoas_break.ui.app_icon import app_icon  # isort: skip
from psoas_break.ui.look import Look  # isort: skip
from psoas_break.ui.menu import TrayMenu  # isort: skip
from psoas_break.ui.tray import Tray  # isort: skip
from psoas_break.ui.tray_icon import panel_of  # isort: skip


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
        self._preferences = Preferences(
            store=SettingsFile(places.settings_file, places.site_settings_file)
        )
        app.setStyle("Fusion")
        self._look = Look(app=app, settings=self._settings().look)
        self._look.changed.connect(self._dress)
        self._dress()
        self._anchor_files = AnchorFiles(folder=places.anchors)
        self._anchors = SafeAnchors(self._anchor_files)
        self._journal = SqliteJournal(
            path=places.journal_file, device_file=places.device_file
        )
        self._keeper = Keeper(clock=time.clock, anchors=self._anchors)
        self.notices = Notices(
            lambda: self._preferences.problems,
            self._anchor_files.problems,
            lambda: (self._anchors.problem,),
            self._journal.problems,
        )
        self._menu = TrayMenu(situation=self._situation)
        panel = panel_of(os.environ.get("XDG_CURRENT_DESKTOP", ""))
        self._tray = Tray(menu=self._menu, panel=panel, parent=self)
        QTimer.singleShot(0, self, self._build_the_rest)

    def quit(self) -> None:
        """Save everything, and end."""
        self.close()
        self._app.quit()

    def close(self) -> None:
        """Save everything and let go; once is enough."""
        if self._ready:
            self._ready = False
            self._guide.quit()
            self._keeper.save(self._reminder.state)
            self._control.close()
            self._bells.stop()
            self._journal.close()
            self._tray.hide()

    # Built behind the icon

    def _build_the_rest(self) -> None:
        self._bells, self._advance = self._time.ring(self, self._clocks_jumped)
        self._choosing = Choosing(
            clock=self._time.clock,
            journal=self._journal,
            anchors=self._anchors,
            settings=self._settings,
            load=self._load_catalogue,
        )
        self._sounding = Sounding(settings=self._settings, load=load_sound)
        self._build_hosts()
        self._build_rules()
        self._connect()
        self._listen()
        self._app.setWindowIcon(app_icon())
        self._ready = True
        self._reminder.look()
        self._greet()
        gc.collect()
        gc.freeze()
        gc.enable()

    def _build_hosts(self) -> None:
        from psoas_break.desktop.compositor import composited  # noqa: PLC0415
        from psoas_break.house import House  # noqa: PLC0415
        from psoas_break.ui.prompt_host import PromptHost  # noqa: PLC0415
        from psoas_break.ui.session_host import SessionHost  # noqa: PLC0415

        self._prompt_host = PromptHost(
            look=self._look,
            surface=lambda: self._settings().reminders.surface,
            snooze=lambda: self._settings().reminders.snooze,
            composited=composited,
            stays=self._time.card_stays,
            parent=self,
        )
        self._asking = Asking(choosing=self._choosing, view=self._prompt_host)
        self._session_host = SessionHost(
            look=self._look, see_clinician=self._choosing.see_clinician, parent=self
        )
        self._house = House(
            look=self._look,
            tray=self._tray,
            places=self._places,
            journal=self._journal,
            clock=self._time.clock,
            idle=self._time.idle,
            preferences=self._preferences,
            catalogue=lambda: self._choosing.catalogue,
            situation=self._situation,
            parent=self,
        )

    def _build_rules(self) -> None:
        lost = recover(self._anchors, self._journal)
        self._reminder = Reminder(
            state=self._keeper.restore(self._settings(), self._journal, lost),
            settings=self._settings(),
            clock=self._time.clock,
            alarm=self._bells.alarm(),
            calendar=self._bells.alarm(),
            idle=self._time.idle,
            journal=self._journal,
            on_prompt=self._asking.follow,
            on_change=self._changed,
            senses=self._look_around,
        )
        self._guide = Guide(
            clock=self._time.clock,
            alarm=self._bells.alarm(),
            journal=self._journal,
            anchors=self._anchors,
            awake=load_awake(self),
            view=self._session_host,
            reminder=self._reminder,
            choosing=self._choosing,
            on_say=self._sounding.cue,
        )
        self._desk = Desk(
            clock=self._time.clock,
            journal=self._journal,
            reminder=self._reminder,
            guide=self._guide,
            choosing=self._choosing,
            asking=self._asking,
            windows=self._house.windows,
            idle=self._time.idle.name,
            problems=self.notices.lines,
            quit_app=lambda: QTimer.singleShot(0, self, self.quit),
        )

    def _connect(self) -> None:
        from psoas_break.switchboard import Switchboard  # noqa: PLC0415

        self._board = Switchboard(
            desk=self._desk,
            guide=self._guide,
            reminder=self._reminder,
            sounding=self._sounding,
            prompt=self._prompt_host,
            session=self._session_host,
            advance=self._advance,
            parent=self,
        )
        self._presence = Presence(clock=self._time.clock, on_slept=self._board.slept)
        self._tray.asked.connect(self._board.click)
        self._menu.asked.connect(self._board.click)
        self._house.windows.asked.connect(self._board.click)
        self._preferences.on_change(self._use)

    def _listen(self) -> None:
        from psoas_break.desktop.control import open_control  # noqa: PLC0415
        from psoas_break.ui.settings_watch import SettingsWatch  # noqa: PLC0415

        self._control = open_control(
            path=self._socket, handle=self._board.hear, parent=self
        )
        self._watch = SettingsWatch(file=self._places.settings_file, parent=self)
        self._watch.edited.connect(self._preferences.reread)

    # What the senses say

    def _clocks_jumped(self) -> None:
        self._bells.wakeup()
        if self._ready:
            self._reminder.look()

    def _look_around(self) -> None:
        self._presence.look()
        self._tray.look()
        self._journal.retry()
        self._anchors.retry()

    # What goes out

    def _dress(self) -> None:
        self._app.setPalette(self._look.theme.palette())

    def _settings(self) -> Settings:
        return self._preferences.settings

    def _situation(self) -> Situation:
        return self._desk.situation

    def _changed(self, state: State) -> None:
        self._keeper.keep(state)
        situation = self._situation()
        self._tray.show(situation)
        self._house.show(situation)

    def _use(self, was: Settings, settings: Settings) -> None:
        self._look.use(settings.look)
        self._house.show_settings(settings)
        if settings.startup != was.startup:
            problem = set_autostart(on=settings.startup.at_login)
            if problem:
                self.notices.tell(problem)
                self._preferences.choose(replace(settings, startup=was.startup))
                return
        self._reminder.use(settings)

    def _load_catalogue(self) -> Catalogue:
        from psoas_break.storage.catalogue import (  # noqa: PLC0415
            find_resources,
            load,
        )

        catalogue, problems = load(find_resources(), self._places.data)
        for problem in problems:
            self.notices.tell(str(problem))
        return catalogue

    def _greet(self) -> None:
        """Show something where an icon alone would not be enough."""
        if self._args.autostarted:
            return
        fresh = not self._keeper.restored and not self._places.settings_file.exists()
        if fresh and self._args.speed is None:
            self._house.windows.show(Window.WELCOME)
        elif not self._tray.available:
            self._house.windows.show(Window.HOME)
