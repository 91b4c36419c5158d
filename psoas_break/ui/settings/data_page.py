"""Settings: starting at login, and where the user's data lies."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Signal

from psoas_break.ui.places_table import PlacesTable
from psoas_break.ui.settings.data_buttons import DataButtons
from psoas_break.ui.settings.key import Key
from psoas_break.ui.settings.page import Page
from psoas_break.ui.settings.parts import switch_row, text_row
from psoas_break.ui.settings.row import Row, Words
from psoas_break.ui.theme import Theme
from psoas_break.words import gettext as _


class DataPage(Page):
    """Start at login, two machines, and the files and folders the app uses.

    Args:
        places: A name in words, and the file or folder.
        device: What this machine is called when the user gives it no name.
        theme: Colours and fonts.
    """

    asked_to_open = Signal(object)
    """The user wants to see this file or folder (a Path)."""

    def __init__(
        self, *, places: Mapping[str, Path], device: str, theme: Theme
    ) -> None:
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
        self.add_group(_("Two machines"), _sharing_rows(device, theme))
        self.add_group(_("Your data"), [])
        self.add_text(_("Only your devices hold it. No account, no network of ours."))
        if places:
            table = PlacesTable(places=places, theme=theme)
            table.setContentsMargins(12, 6, 12, 0)
            table.asked_to_open.connect(self.asked_to_open)
            self.add_widget(table)
        self.add_group(_("Backup and export"), [])
        self.add_text(
            _(
                "A backup holds settings, your own exercises and routines, and the "
                "history. Restoring keeps what is there now in a backup of its own."
            )
        )
        self.buttons = DataButtons(theme=theme)
        self.add_widget(self.buttons)

    def show_outcome(self, line: str) -> None:
        """Say how a job with the user's data ended, in sight."""
        self.buttons.show_outcome(line)
        self.ensureWidgetVisible(self.buttons.outcome)


def _sharing_rows(device: str, theme: Theme) -> list[Row]:
    return [
        text_row(
            Key("data", "shared_folder"),
            Words(
                _("Shared folder"),
                _(
                    "One that Syncthing, Nextcloud, Dropbox or another service keeps "
                    "the same on your machines: their histories become one"
                ),
                _("sync cloud laptop devices merge"),
            ),
            empty=_("None"),
            is_folder=True,
            theme=theme,
        ),
        text_row(
            Key("data", "device_name"),
            Words(
                _("Name of this device"),
                _("By which the history tells your machines apart"),
                _("computer host machine laptop"),
            ),
            empty=device,
            theme=theme,
        ),
    ]
