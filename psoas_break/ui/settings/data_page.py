"""Settings: starting at login, and where the user's data lies."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Signal

from psoas_break.ui.places_table import PlacesTable
from psoas_break.ui.settings.key import Key
from psoas_break.ui.settings.page import Page
from psoas_break.ui.settings.parts import switch_row
from psoas_break.ui.settings.row import Words
from psoas_break.ui.theme import Theme
from psoas_break.words import gettext as _


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
            table = PlacesTable(places=places, theme=theme)
            table.setContentsMargins(12, 6, 12, 0)
            table.asked_to_open.connect(self.asked_to_open)
            self.add_widget(table)
