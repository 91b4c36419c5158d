"""The welcome: one calm page at the first start."""

from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from psoas_break.app.commands import Start
from psoas_break.domain import safety
from psoas_break.domain.settings import Settings
from psoas_break.ui.app_icon import app_icon
from psoas_break.ui.buttons import Button, Kind
from psoas_break.ui.card import Card
from psoas_break.ui.closing import close_on_keys
from psoas_break.ui.label import Label, Tone
from psoas_break.ui.placement import fitting
from psoas_break.ui.settings.draft import Draft
from psoas_break.ui.settings.key import Key
from psoas_break.ui.settings.parts import number_row, switch_row
from psoas_break.ui.settings.row import Row, Words
from psoas_break.ui.slim_scroll import SlimScroll
from psoas_break.ui.theme import MARGIN_WIDE, Text, Theme
from psoas_break.ui.themed import apply_theme
from psoas_break.words import gettext as _

SIZE = QSize(480, 620)
_LEAST = QSize(400, 420)
_ICON = 64


class WelcomeWindow(QWidget):
    """What the app does, the two numbers that matter, and a first try.

    Args:
        settings: What applies now.
        theme: Colours and fonts.
    """

    changed = Signal(object)
    """The user's new `Settings`."""
    asked = Signal(object)
    """A `Command` the user gave; the window closes itself."""

    def __init__(self, *, settings: Settings, theme: Theme) -> None:
        super().__init__()
        self._draft = Draft(settings)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Welcome to Psoas Break"))
        self.rows = {row.key: row for row in _rows(theme)}
        self.start = Button(_("Try it now"), theme=theme, kind=Kind.PRIMARY, hit=50)
        self.later = Button(_("Not now"), theme=theme, kind=Kind.TONAL, hit=50)
        self._lay_out(theme)
        self.start.clicked.connect(self._try)
        self.later.clicked.connect(self.close)
        for key, row in self.rows.items():
            row.control.edited.connect(
                lambda value, key=key: self._propose({key: value})
            )
        close_on_keys(self)
        self.set_theme(theme)
        self._refresh()
        self.start.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_theme(self, theme: Theme) -> None:
        """Use these colours and fonts from now on."""
        apply_theme(self, theme)
        self.setMinimumSize(fitting(self, _LEAST, theme))
        if not self.isVisible():
            self.resize(fitting(self, SIZE, theme))

    def show_settings(self, settings: Settings) -> None:
        """Show settings from outside; focus and half-typed text stay where they are."""
        self._draft.take_over(settings, set(self.rows))
        self._refresh()

    def _propose(self, changes: dict[Key, Any]) -> None:
        if self._draft.propose(changes):
            self.changed.emit(self._draft.settings)
        self._refresh()

    def _refresh(self) -> None:
        for key, row in self.rows.items():
            row.control.show_value(self._draft.shown(key))
            row.refuse(self._draft.refusals.get(key, ""))

    def _try(self) -> None:
        self.asked.emit(Start())
        self.close()

    def _lay_out(self, theme: Theme) -> None:
        icon = QLabel()
        icon.setPixmap(app_icon().pixmap(_ICON, _ICON))
        title = Label(_("Sit less long at a time"), theme=theme, style=Text.TITLE)
        title.set_wide(True)
        what = Label(
            _(
                "Psoas Break waits in the tray and knows how long you have really been "
                "sitting. At a quiet moment it asks you to stand up, and guides a "
                "short hip stretch or slow breathing."
            ),
            theme=theme,
            tone=Tone.MUTED,
            wrap=True,
        )
        card = Card(theme=theme)
        card.body.setContentsMargins(6, 8, 6, 8)
        card.body.setSpacing(0)
        for row in self.rows.values():
            card.body.addWidget(row)
        care = Label(
            safety.first_run(),
            theme=theme,
            style=Text.SECONDARY,
            tone=Tone.MUTED,
            wrap=True,
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.start, stretch=3)
        buttons.addWidget(self.later, stretch=2)
        inside = QWidget()
        page = QVBoxLayout(inside)
        page.setContentsMargins(MARGIN_WIDE, 28, MARGIN_WIDE, 0)
        page.setSpacing(12)
        centre = Qt.AlignmentFlag.AlignHCenter
        page.addWidget(icon, alignment=centre)
        page.addWidget(title, alignment=centre)
        what.setAlignment(centre)
        page.addWidget(what)
        page.addSpacing(4)
        page.addWidget(card)
        page.addStretch()
        scroll = SlimScroll(theme=theme)
        scroll.show_inside(inside)
        below = QVBoxLayout()
        below.setContentsMargins(MARGIN_WIDE, 12, MARGIN_WIDE, 20)
        below.setSpacing(12)
        below.addWidget(care)
        below.addLayout(buttons)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scroll, 1)
        whole.addLayout(below)


def _rows(theme: Theme) -> list[Row]:
    return [
        number_row(
            Key("reminders", "earliest"),
            Words(_("Ask me not before"), _("Minutes of sitting")),
            theme=theme,
        ),
        number_row(
            Key("reminders", "latest"),
            Words(_("and at the latest after"), _("Minutes of sitting")),
            theme=theme,
        ),
        switch_row(
            Key("startup", "at_login"),
            Words(_("Start at login"), _("It costs next to nothing while it waits")),
            theme=theme,
        ),
    ]
