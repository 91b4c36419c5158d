"""Settings: starting at login, and where the user's data lies."""

from collections.abc import Mapping
from gettext import gettext as _
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from psoas_break.ui.buttons import Button, Kind
from psoas_break.ui.label import Label, Tone
from psoas_break.ui.settings.key import Key
from psoas_break.ui.settings.page import Page
from psoas_break.ui.settings.parts import switch_row
from psoas_break.ui.settings.row import Words
from psoas_break.ui.theme import Text, Theme


class DataPage(Page):
    """Start at login, and the files and folders the app uses."""

    asked_to_open = Signal(object)
    """The user wants to see this file or folder (a Path)."""

    def __init__(self, *, places: Mapping[str, Path], theme: Theme) -> None:
        super().__init__(_("Start and data"), theme=theme)
        self.add_group(
            _("Start"),
            [
                switch_row(
                    Key("startup", "at_login"),
                    Words(
                        _("Start at login"),
                        _("Waits in the tray and costs next to nothing"),
                        _("autostart boot launch session"),
                    ),
                    theme=theme,
                ),
            ],
        )
        self.add_group(_("Your data"), [])
        self.add_text(_("Only this device holds it. No account, no network."))
        if places:
            self.add_widget(self._table(places, theme))

    def _table(self, places: Mapping[str, Path], theme: Theme) -> QWidget:
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(12, 6, 12, 0)
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(0, 1)
        for line, (name, path) in enumerate(places.items()):
            words = Label(name, theme=theme, style=Text.LABEL)
            where = Label(
                str(path), theme=theme, style=Text.SECONDARY, tone=Tone.MUTED, wrap=True
            )
            where.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            where.setAccessibleName(name)
            button = Button(_("Show"), theme=theme, kind=Kind.QUIET)
            button.setAccessibleName(_("Show {name}").format(name=name))
            button.clicked.connect(
                lambda _checked=False, path=path: self.asked_to_open.emit(path)
            )
            grid.addWidget(words, 2 * line, 0)
            grid.addWidget(where, 2 * line + 1, 0)
            grid.addWidget(button, 2 * line, 1, 2, 1)
        return table
