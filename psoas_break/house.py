"""Builds each window with what it shows, and keeps the open ones up to date."""

import os
from collections.abc import Callable, Mapping
from datetime import timedelta
from gettext import gettext as _
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from psoas_break.app.commands import Window
from psoas_break.app.ports import Clock, Journal
from psoas_break.domain.moment import day_of
from psoas_break.domain.routine import BREATHE, Catalogue
from psoas_break.domain.settings import Settings
from psoas_break.domain.situation import Situation
from psoas_break.storage.places import Places
from psoas_break.ui.look import Look
from psoas_break.ui.tray import Tray
from psoas_break.ui.windows import OpenWindows

SHOWS_BACK = timedelta(days=400)
"""How much history the window opens with."""


class Makers:
    """Knows what every window needs; imports each when it is first wanted.

    Args:
        look: theme and motion.
        tray: whether there is one.
        places: where files live.
        journal: the history.
        clock: which day it is.
        settings: what the user chose.
        catalogue: every exercise and routine.
        situation: where we are.
        problems: what was wrong with the settings file.
        diagnosis: text that helps to find a problem.
        use: called with what the user chooses in the settings.
    """

    def __init__(
        self,
        *,
        look: Look,
        tray: Tray,
        places: Places,
        journal: Journal,
        clock: Clock,
        settings: Callable[[], Settings],
        catalogue: Callable[[], Catalogue],
        situation: Callable[[], Situation],
        problems: Callable[[], tuple[str, ...]],
        diagnosis: Callable[[Mapping[str, Path]], str],
        use: Callable[[Settings], None],
    ) -> None:
        self._look = look
        self._tray = tray
        self._places = places
        self._journal = journal
        self._clock = clock
        self._settings = settings
        self._catalogue = catalogue
        self._situation = situation
        self._problems = problems
        self._tell = diagnosis
        self._use = use

    def all(self) -> Mapping[Window, Callable[[], QWidget]]:
        """Return what builds each window."""
        return {
            Window.HOME: self._home,
            Window.CATALOGUE: self._choose,
            Window.HISTORY: self._history,
            Window.SETTINGS: self._settings_dialog,
            Window.ABOUT: self._about,
            Window.WELCOME: self._welcome,
        }

    def show(self, windows: OpenWindows, situation: Situation) -> None:
        """Bring the home window up to date, if it is open."""
        from psoas_break.ui.home_window import HomeWindow  # noqa: PLC0415

        home = windows.get(Window.HOME)
        if isinstance(home, HomeWindow):
            home.show_situation(situation)

    def tray_changed(self, windows: OpenWindows, there: bool) -> None:  # noqa: FBT001 a signal
        """Say in the home window how to get a tray, or no longer."""
        from psoas_break.ui.home_window import HomeWindow  # noqa: PLC0415

        home = windows.get(Window.HOME)
        if isinstance(home, HomeWindow):
            home.set_has_tray(there)

    def settings_changed(self, windows: OpenWindows, settings: Settings) -> None:
        """Bring the settings dialog up to date, if it is open."""
        dialog = windows.get(Window.SETTINGS)
        if dialog is None:
            return
        from psoas_break.ui.settings_dialog import SettingsDialog  # noqa: PLC0415

        if isinstance(dialog, SettingsDialog):
            dialog.show_settings(settings)
            dialog.show_problems(self._problems())

    def _home(self) -> QWidget:
        from psoas_break.ui.home_window import HomeWindow  # noqa: PLC0415

        return HomeWindow(
            theme=self._look.theme,
            situation=self._situation,
            has_tray=self._tray.available,
            desktop=os.environ.get("XDG_CURRENT_DESKTOP", ""),
        )

    def _choose(self) -> QWidget:
        from psoas_break.ui.catalogue.choices import groups_of  # noqa: PLC0415
        from psoas_break.ui.catalogue_window import CatalogueWindow  # noqa: PLC0415

        groups = groups_of(self._catalogue(), self._settings())
        return CatalogueWindow(groups=groups, theme=self._look.theme)

    def _history(self) -> QWidget:
        from psoas_break.ui.history_window import HistoryWindow  # noqa: PLC0415

        catalogue = self._catalogue()
        names = {BREATHE: _("Breathe")}
        names |= {one.id: one.name for one in catalogue.exercises.values()}
        names |= {one.id: one.name for one in catalogue.routines.values()}
        window = HistoryWindow(names=names, theme=self._look.theme)
        today = day_of(self._clock.now().wall)
        window.show_history(self._journal.history(today - SHOWS_BACK), today)
        return window

    def _settings_dialog(self) -> QWidget:
        from psoas_break.ui.settings.offered import Offered  # noqa: PLC0415
        from psoas_break.ui.settings_dialog import SettingsDialog  # noqa: PLC0415

        dialog = SettingsDialog(
            settings=self._settings(),
            theme=self._look.theme,
            offered=Offered(places=self._folders()),
        )
        dialog.show_problems(self._problems())
        dialog.changed.connect(self._use)
        dialog.asked_to_open.connect(_open)
        return dialog

    def _about(self) -> QWidget:
        from psoas_break.ui.about_window import AboutWindow  # noqa: PLC0415

        window = AboutWindow(
            places=self._folders(),
            diagnosis=lambda: self._tell(self._folders()),
            clipboard=QGuiApplication.clipboard(),
            theme=self._look.theme,
        )
        window.asked_to_open.connect(_open)
        return window

    def _welcome(self) -> QWidget:
        from psoas_break.ui.welcome import WelcomeWindow  # noqa: PLC0415

        window = WelcomeWindow(settings=self._settings(), theme=self._look.theme)
        window.changed.connect(self._use)
        return window

    def _folders(self) -> dict[str, Path]:
        return {
            _("Settings"): self._places.settings_file,
            _("History"): self._places.journal_file,
            _("Own exercises"): self._places.own_exercises,
            _("Log"): self._places.log_file,
        }


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
