"""The settings dialog: applies at once, finds everything, refuses with a reason."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from psoas_break.domain.hours import WorkingHours
from psoas_break.domain.settings import Settings
from psoas_break.ui.closing import close_on_keys
from psoas_break.ui.placement import fitting
from psoas_break.ui.settings.breaks_page import breaks_page
from psoas_break.ui.settings.breathing_page import OWN, BreathingPage
from psoas_break.ui.settings.data_page import DataPage
from psoas_break.ui.settings.draft import Draft
from psoas_break.ui.settings.footer import Footer
from psoas_break.ui.settings.hours_editor import HoursEditor
from psoas_break.ui.settings.hours_page import HOURS, HoursPage
from psoas_break.ui.settings.key import Key
from psoas_break.ui.settings.look_page import LookPage
from psoas_break.ui.settings.offered import Offered
from psoas_break.ui.settings.page import Page
from psoas_break.ui.settings.quiet_page import quiet_page
from psoas_break.ui.settings.reminders_page import reminders_page
from psoas_break.ui.settings.row import Row
from psoas_break.ui.settings.search import Entry
from psoas_break.ui.settings.sidebar import Sidebar
from psoas_break.ui.settings.sound_page import sound_page
from psoas_break.ui.theme import Theme
from psoas_break.ui.themed import apply_theme
from psoas_break.ui.warm_strip import WarmStrip
from psoas_break.words import gettext as _

SIZE = QSize(720, 560)
_LEAST = QSize(560, 400)


class SettingsDialog(QWidget):
    """Shows `Settings` and emits new ones; it keeps no file and knows no rule.

    Args:
        settings: What applies now.
        theme: Colours and fonts.
        offered: What can be chosen on this machine.
    """

    changed = Signal(object)
    """The user's new `Settings`."""
    asked_to_open = Signal(object)
    """Show this file or folder (a Path) in the desktop's own window."""

    job_asked = Signal(object, object)
    """Do this `DataJob` with this file (a Path); then call `show_outcome`."""

    def __init__(
        self, *, settings: Settings, theme: Theme, offered: Offered | None = None
    ) -> None:
        super().__init__()
        self._offered = Offered() if offered is None else offered
        self._draft = Draft(settings)
        self._before_restore: Settings | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Settings"))
        self._build_pages(theme)
        self._build_frame(theme)
        self._connect()
        self.set_theme(theme)
        self._refresh()
        self.open_page(0)

    @property
    def hours_editor(self) -> HoursEditor:
        """The week on the page of working hours."""
        return self._hours_page.editor

    @property
    def current_page(self) -> Page:
        """The page that is open."""
        return self.pages[self._stack.currentIndex()]

    def set_theme(self, theme: Theme) -> None:
        """Use these colours and fonts from now on."""
        apply_theme(self, theme)
        self.setMinimumSize(fitting(self, _LEAST, theme))
        if not self.isVisible():
            self.resize(fitting(self, SIZE, theme))

    def show_settings(self, settings: Settings) -> None:
        """Show settings from outside; focus and half-typed text stay where they are."""
        self._draft.take_over(settings, {HOURS, *self.rows})
        self._refresh()

    def show_problems(self, problems: Sequence[str]) -> None:
        """Name what is wrong with the settings file; nothing takes the banner away."""
        title = _("The settings file has values that could not be used:")
        self.notice.say(title, "\n".join(problems))

    def show_outcome(self, line: str) -> None:
        """Say how a job with the user's data ended."""
        self._data.show_outcome(line)

    def open_page(self, index: int) -> None:
        """Turn to a page, counted from 0."""
        self._stack.setCurrentIndex(index)
        self.sidebar.show_page(index)
        self._before_restore = None
        self._refresh_footer()

    def search(self, wanted: str) -> None:
        """Look for a setting, as if it were typed into the search field."""
        self.sidebar.field.setText(wanted)

    def open_setting(self, key: Key) -> None:
        """Turn to a setting, mark it and give it the focus, seen as after Tab."""
        self._mark(key)
        self.rows[key].field.setFocus(Qt.FocusReason.TabFocusReason)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Take what is still being typed."""
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()
        super().closeEvent(event)

    def _propose(self, changes: dict[Key, Any]) -> None:
        self._before_restore = None
        self._apply(changes)

    def _apply(self, changes: dict[Key, Any]) -> None:
        if self._draft.propose(changes):
            self.changed.emit(self._draft.settings)
        self._refresh()

    def _refresh(self) -> None:
        """Bring every row in line with the draft."""
        settings = self._draft.settings
        for page in self.pages:
            page.follow(settings)
        for key, row in self.rows.items():
            row.control.show_value(self._draft.shown(key))
            row.refuse(self._draft.refusals.get(key, ""))
        self._refresh_footer()

    def _refresh_footer(self) -> None:
        self.footer.show_state(
            can_restore=bool(self._other_than_default()),
            can_undo=self._before_restore is not None,
        )

    def _other_than_default(self) -> dict[Key, Any]:
        """What the current page shows that is no default, with its default.

        What the user made is no default and stays.
        """
        page = self.current_page
        keys = [row.key for row in page.rows if row.key != OWN] + [HOURS] * (
            page is self._hours_page
        )
        defaults = {key: key.read(self._offered.defaults) for key in keys}
        return {
            key: value
            for key, value in defaults.items()
            if value != self._draft.shown(key)
        }

    def _restore(self) -> None:
        before = self._draft.settings
        self._apply(self._other_than_default())
        self._before_restore = before
        self._refresh_footer()
        self.footer.undo.setFocus(Qt.FocusReason.OtherFocusReason)

    def _undo_restore(self) -> None:
        before, self._before_restore = self._before_restore, None
        if before is not None:
            self._apply({key: key.read(before) for key in self.rows} | _hours(before))
        self.sidebar.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mark(self, key: Key) -> None:
        row = self.rows[key]
        for other in self.rows.values():
            other.set_found(other is row)
        page = next(page for page in self.pages if row in page.rows)
        self.open_page(self.pages.index(page))
        page.reveal(row)

    def _unmark(self) -> None:
        for row in self.rows.values():
            row.set_found(False)

    def _build_pages(self, theme: Theme) -> None:
        self._hours_page = HoursPage(theme=theme)
        self._breathing = BreathingPage(theme=theme)
        self._data = DataPage(
            places=self._offered.places, device=self._offered.device, theme=theme
        )
        self.pages: list[Page] = [
            reminders_page(surfaces=self._offered.surfaces, theme=theme),
            self._hours_page,
            quiet_page(theme=theme),
            breaks_page(theme=theme),
            self._breathing,
            LookPage(theme=theme),
            sound_page(theme=theme),
            self._data,
        ]
        self.rows: dict[Key, Row] = {
            row.key: row for page in self.pages for row in page.rows
        }
        entries = [
            Entry(row.key, row.label, page.title, _words(page, row))
            for page in self.pages
            for row in page.rows
        ]
        self.sidebar = Sidebar(
            pages=[page.title for page in self.pages], entries=entries, theme=theme
        )

    def _build_frame(self, theme: Theme) -> None:
        self.notice = WarmStrip(theme=theme)
        self.notice.setContentsMargins(24, 16, 24, 0)
        self._stack = QStackedWidget()
        for page in self.pages:
            self._stack.addWidget(page)
        self.footer = Footer(theme=theme)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.notice)
        right.addWidget(self._stack)
        top = QHBoxLayout()
        top.setSpacing(0)
        top.addWidget(self.sidebar)
        top.addLayout(right, stretch=1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top, stretch=1)
        whole.addWidget(self.footer)

    def _connect(self) -> None:
        for key, row in self.rows.items():
            row.control.edited.connect(
                lambda value, key=key: self._propose({key: value})
            )
        self._hours_page.hours_edited.connect(self._hours_edited)
        self._breathing.proposed.connect(self._propose)
        self._data.asked_to_open.connect(self.asked_to_open)
        self._data.buttons.asked.connect(self.job_asked)
        self.sidebar.page_chosen.connect(self.open_page)
        self.sidebar.setting_chosen.connect(self._mark)
        self.sidebar.setting_taken.connect(self.open_setting)
        self.sidebar.search_ended.connect(self._unmark)
        self.footer.restore.clicked.connect(self._restore)
        self.footer.undo.clicked.connect(self._undo_restore)
        self.footer.done.clicked.connect(self.close)
        close_on_keys(self)
        QShortcut(QKeySequence.StandardKey.Find, self, self.sidebar.field.setFocus)

    def _hours_edited(self, hours: WorkingHours) -> None:
        self._propose({HOURS: hours})


def _hours(settings: Settings) -> dict[Key, Any]:
    return {HOURS: settings.hours}


def _words(page: Page, row: Row) -> str:
    return f"{row.note} {page.groups[row]} {row.found_by}"
