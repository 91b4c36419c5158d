"""Builds each window with what it shows, and keeps the open ones up to date."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from psoas_break.app.choosing import Choosing
from psoas_break.app.commands import Window
from psoas_break.app.data_jobs import DataJob
from psoas_break.app.ports import Clock
from psoas_break.app.preferences import Preferences
from psoas_break.app.totals import Totals
from psoas_break.desktop.buses import Buses
from psoas_break.domain.proposals import Proposal
from psoas_break.domain.settings import Settings, Surface
from psoas_break.domain.situation import Situation, StateName
from psoas_break.history_room import HistoryRoom
from psoas_break.sensing import Found
from psoas_break.storage.device import host_name
from psoas_break.storage.places import Places
from psoas_break.storage.settings_file import stamp
from psoas_break.ui.look import Look
from psoas_break.ui.tray import Tray
from psoas_break.ui.windows import OpenWindows

if TYPE_CHECKING:  # imported when one is first wanted, if it is
    from psoas_break.ui.catalogue_window import CatalogueWindow
    from psoas_break.ui.history_window import HistoryWindow
    from psoas_break.ui.home_window import HomeWindow
    from psoas_break.ui.settings_dialog import SettingsDialog
    from psoas_break.ui.welcome import WelcomeWindow


class House(QObject):
    """Knows what every window needs; imports each when it is first wanted.

    Args:
        app: the application, which knows its screens.
        look: theme and motion.
        tray: whether there is one.
        places: where files live.
        totals: what the history has come to.
        clock: which day it is.
        senses: for the diagnosis.
        buses: for it too.
        preferences: what the user chose, and where a new choice goes.
        problems: what is wrong with the settings, one line each.
        choosing: every exercise and routine, and what the user said of them.
        proposal: what to offer to change now, if anything.
        situation: where we are.
        parent: the owner.
    """

    def __init__(
        self,
        *,
        app: QGuiApplication,
        look: Look,
        tray: Tray,
        places: Places,
        totals: Callable[[], Totals],
        clock: Clock,
        senses: Callable[[], Found],
        buses: Buses,
        preferences: Preferences,
        problems: Callable[[], tuple[str, ...]],
        choosing: Choosing,
        proposal: Callable[[], Proposal | None],
        situation: Callable[[], Situation],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._tray = tray
        self._places = places
        self._past = HistoryRoom(
            totals=totals, clock=clock, choosing=choosing, situation=situation
        )
        self._clock = clock
        self._senses = senses
        self._buses = buses
        self._preferences = preferences
        self._problems = problems
        self._choosing = choosing
        self._proposal = proposal
        self._situation = situation
        self._state = StateName.SITTING
        makers = {
            Window.HOME: self._home,
            Window.CATALOGUE: self._choose,
            Window.ROUTINES: self._routines,
            Window.HISTORY: self._history,
            Window.SETTINGS: self._settings,
            Window.ABOUT: self._about,
            Window.WELCOME: self._welcome,
        }
        self.windows = OpenWindows(app=app, look=look, makers=makers, parent=self)
        tray.availability.connect(self._tray_changed)
        look.changed.connect(self._looks_changed)

    def greet(self, *, is_new: bool) -> None:
        """Show something at a start where an icon alone would not be enough.

        Args:
            is_new: whether the app has never run before.
        """
        if not self._tray.available:
            self.windows.show(Window.HOME)
        if is_new and stamp(self._places.settings_file) is None:
            self.windows.show(Window.WELCOME)

    def show(self, situation: Situation) -> None:
        """Bring home window and history up to date, if they are open."""
        over = self._state is StateName.ON_BREAK is not situation.state
        self._state = situation.state
        if over:
            self.history_changed()
        home = cast("HomeWindow | None", self.windows.get(Window.HOME))
        if home is not None:
            home.show_situation(situation)

    def history_changed(self) -> None:
        """Show the history anew, if it is open: something came in."""
        self._past.fill(self.windows.get(Window.HISTORY))

    def show_settings(self, settings: Settings) -> None:
        """Bring whatever shows settings up to date, if it is open.

        Each keeps all of them, and would else bring the old ones back.
        """
        dialog = cast("SettingsDialog | None", self.windows.get(Window.SETTINGS))
        if dialog is not None:
            dialog.show_settings(settings)
            dialog.show_problems(self._lines())
        welcome = cast("WelcomeWindow | None", self.windows.get(Window.WELCOME))
        if welcome is not None:
            welcome.show_settings(settings)

    def _looks_changed(self) -> None:
        catalogue = cast("CatalogueWindow | None", self.windows.get(Window.CATALOGUE))
        if catalogue is not None:
            look = self._look
            catalogue.show_looks(look.looks, reduced_motion=look.reduced_motion)

    def _tray_changed(self, there: bool) -> None:  # noqa: FBT001 takes a signal
        home = cast("HomeWindow | None", self.windows.get(Window.HOME))
        if home is not None:
            home.set_has_tray(there)

    # How each is made

    def _home(self) -> QWidget:
        from psoas_break.ui.home_window import HomeWindow  # noqa: PLC0415

        self._tray.look()
        return HomeWindow(
            theme=self._look.theme,
            situation=self._situation,
            proposal=self._proposal,
            suggested=self._choosing.suggested,
            routines=lambda: self._choosing.catalogue.own_names,
            has_tray=self._tray.available,
            desktop=os.environ.get("XDG_CURRENT_DESKTOP", ""),
        )

    def _choose(self) -> QWidget:
        from psoas_break.ui.catalogue.stock import Stock  # noqa: PLC0415
        from psoas_break.ui.catalogue_window import CatalogueWindow  # noqa: PLC0415

        catalogue = self._choosing.catalogue
        stock = Stock(
            catalogue=catalogue,
            settings=self._preferences.settings,
            marks=lambda: self._choosing.marks,
            problems=catalogue.problems,
            lead=self._choosing.rotation.lead,
            now=lambda: self._clock.now().steady,
            reduced_motion=self._look.reduced_motion,
            looks=self._look.looks,
        )
        return CatalogueWindow(stock, theme=self._look.theme)

    def _routines(self) -> QWidget:
        from psoas_break.late import make_routine_editor  # noqa: PLC0415

        file = self._places.own_routines
        return make_routine_editor(self._choosing, file, self._look.theme)

    def _history(self) -> QWidget:
        window = self._past.build(self._look.theme)
        window.job_asked.connect(self._work)
        return window

    def _settings(self) -> QWidget:
        from psoas_break.ui.settings.offered import Offered  # noqa: PLC0415
        from psoas_break.ui.settings_dialog import SettingsDialog  # noqa: PLC0415

        dialog = SettingsDialog(
            settings=self._preferences.settings,
            theme=self._look.theme,
            offered=Offered(
                places=self._folders(),
                surfaces=_surfaces(),
                defaults=self._preferences.defaults,
                device=host_name(),
            ),
        )
        dialog.show_problems(self._lines())
        dialog.changed.connect(self._preferences.choose)
        dialog.asked_to_open.connect(_open)
        dialog.job_asked.connect(self._work)
        return dialog

    def _work(self, job: DataJob, file: Path) -> None:
        """Back up, restore, export or import, in pieces."""
        from psoas_break.data_work import DataWork, work_of  # noqa: PLC0415
        from psoas_break.late import in_pieces  # noqa: PLC0415

        work = work_of(job, file, self._places, self._clock.now().wall)
        DataWork(work=work, later=in_pieces(self), ended=self._work_ended).go_on()

    def _work_ended(self, line: str) -> None:
        """Say so, and go by what may have come in."""
        self._preferences.reread()
        self._choosing.reload()
        self.history_changed()
        dialog = cast("SettingsDialog | None", self.windows.get(Window.SETTINGS))
        if dialog is not None:
            dialog.show_outcome(line)
        history = cast("HistoryWindow | None", self.windows.get(Window.HISTORY))
        if history is not None:
            history.show_outcome(line)

    def _about(self) -> QWidget:
        from psoas_break.about_room import about_window  # noqa: PLC0415

        window = about_window(
            places=self._folders(), diagnosis=self._diagnosis, theme=self._look.theme
        )
        window.asked_to_open.connect(_open)
        return window

    def _welcome(self) -> QWidget:
        from psoas_break.ui.welcome import WelcomeWindow  # noqa: PLC0415

        window = WelcomeWindow(
            settings=self._preferences.settings, theme=self._look.theme
        )
        window.changed.connect(self._preferences.choose)
        return window

    def _diagnosis(self) -> str:
        from psoas_break.diagnosis import Diagnosis, files_of  # noqa: PLC0415
        from psoas_break.reaching import ways  # noqa: PLC0415

        situation = self._situation()
        found = Diagnosis(
            window_system=QGuiApplication.platformName(),
            tray=self._tray.available,
            senses=self._senses(),
            ways=ways(self._buses, self._preferences.settings, self._tray.available),
            places=files_of(self._places),
            problems=situation.notices,
            app=situation.line,
        )
        return found.text()

    def _lines(self) -> tuple[str, ...]:
        return tuple(filter(None, self._problems()))

    def _folders(self) -> dict[str, Path]:
        from psoas_break.diagnosis import files_of  # noqa: PLC0415

        return files_of(self._places)


def _surfaces() -> tuple[Surface, ...]:
    """Where prompts can appear: notifications carry our buttons only on Linux."""
    there = sys.platform not in ("win32", "darwin")
    return tuple(one for one in Surface if there or one is not Surface.NOTIFICATION)


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
