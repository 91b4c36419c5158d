"""The running app: everything built, connected, and taken down again.

The icon comes first; what it does not need is imported and built behind it.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from psoas_break import late
from psoas_break.app.asking import Asking
from psoas_break.app.desk import Desk
from psoas_break.app.heeding import heeded_by
from psoas_break.app.notices import Notices
from psoas_break.app.reminder import Reminder
from psoas_break.app.session import Guide, recover
from psoas_break.app.sleep_watch import SleepWatch
from psoas_break.at_login import AtLogin
from psoas_break.desktop.awake import choose_awake
from psoas_break.desktop.buses import Buses
from psoas_break.domain.settings import Settings
from psoas_break.domain.state import State
from psoas_break.quick import Options
from psoas_break.sensing import Sensing
from psoas_break.storage.places import Places
from psoas_break.stores import Stores
from psoas_break.timekeeping import Timekeeping

# Qt after everything else: PySide6 makes later imports slower.
from PySide6.QtCore import QObject, QTimer  # isort: skip
from PySide6.QtWidgets import QApplication  # isort: skip

from psoas_break.ui.look import Look  # isort: skip
from psoas_break.ui.menu import TrayMenu  # isort: skip
from psoas_break.ui.tray import Tray  # isort: skip

if TYPE_CHECKING:  # imported behind the icon
    from psoas_break.desktop.control import Control


class RunningApp(QObject):
    """Owns everything from the icon to the end of the process.

    Args:
        app: Qt's application.
        tray: the icon, shown already.
        options: how the app was started.
        places: where files live.
        time: the clock to live by.
        buses: the desktop's message buses.
        socket: where to listen for commands.
    """

    def __init__(
        self,
        *,
        app: QApplication,
        tray: Tray,
        options: Options,
        places: Places,
        time: Timekeeping,
        buses: Buses,
        socket: Path,
    ) -> None:
        super().__init__(app)
        self._app = app
        self._tray = tray
        self._options = options
        self._places = places
        self._time = time
        self._buses = buses
        self._socket = socket
        self._ready = False
        self._control: Control | None = None
        self._not_heard = ""
        self._login = AtLogin(buses=buses, settled=self._show_situation)
        self._stores = Stores(places=places, clock=time.clock)
        self._look = Look(app=app, settings=self._settings().look)
        self.notices = Notices(
            *self._stores.sources_of_trouble,
            lambda: (self._not_heard, self._login.problem),
        )
        self._sensing = Sensing(
            environ=os.environ, buses=buses, apps=lambda: self._settings().quiet.apps
        )
        self._menu = TrayMenu(
            situation=lambda: self._desk.situation,
            proposal=lambda: self._proposing.proposal(),  # noqa: PLW0108  made later
        )
        self._tray.set_menu(self._menu)

    def quit(self) -> None:
        """Save everything, and end."""
        try:
            self.close()
        finally:
            self._app.quit()

    def close(self) -> None:
        """Save everything and let go; once is enough."""
        if self._ready:
            self._ready = False
            self._prompt_host.withdraw()  # a notification would outlive us
            self._guide.quit()
            self._stores.keeper.save(self._reminder.state)
            if self._control is not None:
                self._control.close()
            self._bells.stop()
            self._stores.journal.close()
            self._buses.close()
            self._tray.hide()

    def start(self) -> None:
        """Build the rest, and go on from where the last run left off."""
        self._bells, self._advance = self._time.ring(
            self, self._clocks_jumped, lambda: self._senses.busy
        )
        self._choosing = self._stores.choosing(
            lambda: late.load_catalogue(self._places.data, self.notices.tell)
        )
        self._proposing = self._stores.proposing(self._choosing)
        self._sounding = late.sounding(self._stores.preferences)
        self._build_hosts()
        self._build_rules()
        self._connect()
        self._listen()
        self._ready = True
        self._reminder.look()
        if not self._options.autostarted:
            is_demo = self._options.speed is not None
            self._house.greet(is_new=not (self._stores.keeper.restored or is_demo))
        self._login.follow(self._stores.preferences, self._stores.anchors)

    def _build_hosts(self) -> None:
        from psoas_break.desktop.compositor import composited  # noqa: PLC0415
        from psoas_break.house import House  # noqa: PLC0415
        from psoas_break.ui.prompt_host import PromptHost  # noqa: PLC0415
        from psoas_break.ui.session_host import SessionHost  # noqa: PLC0415

        self._prompt_host = PromptHost(
            app=self._app,
            look=self._look,
            reminders=lambda: self._settings().reminders,
            composited=composited,
            exercises=lambda: self._choosing.catalogue.exercises,
            notifier=lambda: late.notifier(self._buses),
            windows_steal=self._app.platformName().startswith("wayland"),
            stays=self._time.card_stays,
            parent=self,
        )
        self._asking = Asking(choosing=self._choosing, view=self._prompt_host)
        self._session_host = SessionHost(
            app=self._app,
            look=self._look,
            see_clinician=self._choosing.practice.see_clinician,
            gentler=lambda exercise: self._choosing.gentler(exercise).id,
            question=self._proposing.question,
            proposal=self._proposing.proposal,
            hearing=lambda: self._sounding.hearing,
            parent=self,
        )
        self._house = House(
            app=self._app,
            look=self._look,
            tray=self._tray,
            places=self._places,
            totals=self._stores.totals,
            clock=self._time.clock,
            senses=lambda: self._sensing.found(self._time, self._senses.found),
            buses=self._buses,
            preferences=self._stores.preferences,
            problems=lambda: (*self._stores.preferences.problems, self._login.problem),
            choosing=self._choosing,
            proposal=self._proposing.proposal,
            situation=lambda: self._desk.situation,
            parent=self,
        )

    def _build_rules(self) -> None:
        stores = self._stores
        lost = recover(stores.anchors, stores.journal)
        self._reminder = Reminder(
            state=stores.keeper.restore(self._settings(), stores.journal, lost),
            settings=self._settings(),
            clock=self._time.clock,
            alarm=self._bells.alarm(),
            calendar=self._bells.alarm(),
            idle=self._time.idle,
            signals=self._time.signals,
            journal=self._stores.journal,
            on_prompt=self._asking.follow,
            on_change=self._changed,
            senses=self._look_around,
        )
        self._guide = Guide(
            clock=self._time.clock,
            alarm=self._bells.alarm(),
            journal=self._stores.journal,
            anchors=self._stores.anchors,
            awake=choose_awake(self._buses.session).mechanism,
            media=late.media(self._settings, self._buses),
            view=self._session_host,
            reminder=self._reminder,
            choosing=self._choosing,
            signs=self._sounding,
            senses=lambda: self._sleep.look(),  # noqa: PLW0108  made later
        )
        stores.keeper.beat_by(self._bells.alarm(), self._settings)
        if lost is not None:
            self._choosing.done(lost)
        self._desk = Desk(
            clock=self._time.clock,
            journal=self._stores.journal,
            reminder=self._reminder,
            guide=self._guide,
            choosing=self._choosing,
            proposing=self._proposing,
            asking=self._asking,
            windows=self._house.windows,
            idle=lambda: self._time.idle.name,
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
            mention=self._mention,
            parent=self,
        )
        self._sleep = SleepWatch(clock=self._time.clock, on_slept=self._board.slept)
        for asked in (self._tray.asked, self._menu.asked, self._house.windows.asked):
            asked.connect(self._board.click)
        self._stores.preferences.on_change(self._use)
        self._stores.share(
            late.in_pieces(self), self._house.history_changed, self._bells.alarm()
        )
        self._senses = self._sensing.wake(
            time=self._time,
            reminder=self._reminder,
            alarm=self._bells.alarm(),
            sleep=self._sleep,
            on_left=self._board.left,
            wanted=self._settings().quiet,
        )

    def _listen(self) -> None:
        self._control, self._not_heard = late.listen(
            self._socket, self._board.hear, self
        )
        late.follow_motion(self._buses, self._look)
        late.watch(self._places.settings_file, self._stores.preferences.reread, self)

    def _clocks_jumped(self) -> None:
        self._bells.wakeup()
        if self._ready:
            self._reminder.look()

    def _look_around(self, then: Callable[[], None]) -> None:
        if not self._tray.available:
            self._tray.look()
        self._stores.look()
        self._senses.look(then)

    # What goes out

    def _settings(self) -> Settings:
        return self._stores.settings

    def _changed(self, state: State) -> None:
        self._stores.keeper.keep(state)
        self._show_situation()
        if self._ready:
            self._senses.follow()

    def _show_situation(self) -> None:
        situation = self._desk.situation
        self._tray.show(situation)
        self._house.show(situation)

    def _mention(self, line: str) -> None:
        self.notices.mention(line)
        self._show_situation()

    def _use(self, _was: Settings, settings: Settings) -> None:
        self._look.use(settings.look)
        self._house.show_settings(settings)
        self._session_host.show_hearing()
        self._senses.use(heeded_by(settings.quiet))
        self._reminder.use(settings)
