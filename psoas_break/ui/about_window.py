"""The about window: what this is, when to stop, and what helps to find a problem."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QClipboard, QFontDatabase
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from psoas_break import __version__
from psoas_break.app.licences import Licence
from psoas_break.domain import safety
from psoas_break.ui.app_icon import app_icon
from psoas_break.ui.buttons import Button, Kind
from psoas_break.ui.closing import close_on_keys
from psoas_break.ui.label import Label, Tone
from psoas_break.ui.licences_page import LicencesPage
from psoas_break.ui.placement import fitting
from psoas_break.ui.places_table import PlacesTable
from psoas_break.ui.slim_scroll import SlimScroll, slim
from psoas_break.ui.theme import MARGIN_WIDE, Text, Theme
from psoas_break.ui.themed import apply_theme
from psoas_break.ui.warm_strip import WarmStrip
from psoas_break.words import gettext as _

SIZE = QSize(520, 500)
_LEAST = QSize(420, 420)
_ICON = 56


class AboutWindow(QWidget):
    """Four tabs: About, Help, Licences, This computer.

    Args:
        build: Which kind of install this is, in words.
        places: Where things are kept: a name in words, and the file or folder.
        licences: Reads what came with the app; asked when its tab is opened.
        diagnosis: Makes the text of the diagnosis; asked when its tab is opened.
        clipboard: Where *Copy diagnosis* puts it.
        theme: Colours and fonts.
    """

    asked_to_open = Signal(object)
    """Show this file or folder (a Path) in the desktop's own window."""

    def __init__(
        self,
        *,
        build: str,
        places: Mapping[str, Path],
        licences: Callable[[], Sequence[Licence]],
        diagnosis: Callable[[], str],
        clipboard: QClipboard,
        theme: Theme,
    ) -> None:
        super().__init__()
        self._read_licences = licences
        self._diagnosis = diagnosis
        self._clipboard = clipboard
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("About Psoas Break"))
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.text = QPlainTextEdit()
        self.copy = Button(_("Copy diagnosis"), theme=theme, kind=Kind.TONAL)
        self.copied = Label("", theme=theme, style=Text.SECONDARY, tone=Tone.ACCENT)
        for page, name in (
            (_about_page(theme), _("About")),
            (_help_page(theme), _("Help")),
        ):
            self.tabs.addTab(_to_read(page, name, theme), name)
        self.licences = LicencesPage(theme=theme)
        self.tabs.addTab(self.licences, _("Licences"))
        self.tabs.addTab(self._computer_page(places, theme), _("This computer"))
        self.tabs.currentChanged.connect(self._tab_changed)
        self.copy.clicked.connect(self._copy)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(_Head(build=build, theme=theme))
        whole.addWidget(self.tabs, stretch=1)
        close_on_keys(self)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use these colours and fonts from now on."""
        apply_theme(self, theme)
        self.tabs.tabBar().setFont(theme.font(Text.LABEL))
        slim(self.text, theme)
        self.setMinimumSize(fitting(self, _LEAST, theme))
        if not self.isVisible():
            self.resize(fitting(self, SIZE, theme))

    def _tab_changed(self, _index: int) -> None:
        if self.licences.isVisibleTo(self) and not self.licences.list.count():
            self.licences.show_licences(self._read_licences())
        if self.text.isVisibleTo(self):
            self.text.setPlainText(self._diagnosis())

    def _copy(self) -> None:
        self._clipboard.setText(self.text.toPlainText() or self._diagnosis())
        self.copied.setText(_("Copied."))

    def _computer_page(self, places: Mapping[str, Path], theme: Theme) -> QWidget:
        table = PlacesTable(places=places, theme=theme)
        table.setContentsMargins(0, 0, 0, 6)
        table.asked_to_open.connect(self.asked_to_open)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFrameShape(QFrame.Shape.StyledPanel)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setAccessibleName(_("Diagnosis"))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        line = QHBoxLayout()
        line.addWidget(self.copy)
        line.addWidget(self.copied)
        line.addStretch()
        page, body = _page()
        body.addWidget(table)
        body.addWidget(self.text, stretch=1)
        body.addLayout(line)
        return page


class _Head(QWidget):
    """Icon, name, version, kind of install and licence."""

    def __init__(self, *, build: str, theme: Theme) -> None:
        super().__init__()
        icon = QLabel()
        icon.setPixmap(app_icon().pixmap(_ICON, _ICON))
        name = Label(_("Psoas Break"), theme=theme, style=Text.TITLE)
        name.set_wide(True)
        words = _("Version {version} · {build} · MIT licence").format(
            version=__version__, build=build
        )
        version = Label(words, theme=theme, style=Text.SECONDARY, tone=Tone.MUTED)
        version.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addStretch()
        lines.addWidget(name)
        lines.addWidget(version)
        lines.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN_WIDE, 20, MARGIN_WIDE, 14)
        row.setSpacing(16)
        row.addWidget(icon)
        row.addLayout(lines, stretch=1)


def _to_read(page: QWidget, name: str, theme: Theme) -> SlimScroll:
    """Return a page that keys scroll; a screen reader reads it as a whole."""
    area = SlimScroll(theme=theme, reads=True)
    area.show_inside(page)
    area.setAccessibleName(name)
    labels = page.findChildren(QLabel)
    area.setAccessibleDescription(" ".join(label.text() for label in labels))
    return area


def _about_page(theme: Theme) -> QWidget:
    page, body = _page()
    body.setSpacing(14)
    body.addWidget(Label(safety.about(), theme=theme, wrap=True))
    for words in (
        _("Your history stays on your devices. No account, no network of ours."),
        _(
            "Free software under the MIT licence, made with Qt for Python (LGPL 3) and "
            "others; their terms are under Licences."
        ),
    ):
        body.addWidget(Label(words, theme=theme, tone=Tone.MUTED, wrap=True))
    body.addStretch()
    return page


def _help_page(theme: Theme) -> QWidget:
    page, body = _page()
    for title, words in (
        (_("Stop rule"), safety.stop_rule()),
        (_("Breathing"), safety.breathing_stop()),
        (_("Effort"), safety.effort()),
        (_("The day after"), safety.soreness()),
    ):
        heading = Label(title, theme=theme, style=Text.LABEL)
        heading.setContentsMargins(0, 4, 0, 0)
        body.addWidget(heading)
        body.addWidget(Label(words, theme=theme, tone=Tone.MUTED, wrap=True))
    body.addSpacing(6)
    urgent = WarmStrip(theme=theme)
    body.addWidget(urgent)
    urgent.say(_("Urgent"), safety.urgent())
    body.addStretch()
    return page


def _page() -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    body = QVBoxLayout(page)
    body.setContentsMargins(MARGIN_WIDE, 18, MARGIN_WIDE, 18)
    body.setSpacing(6)
    return page, body
