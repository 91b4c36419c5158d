"""The head of the history: its title, which device, and all of it as a file."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from psoas_break.app.data_jobs import DataJob
from psoas_break.domain.sums import PastDevice
from psoas_break.ui.buttons import Button, Kind
from psoas_break.ui.history.choice import Choice, Entry
from psoas_break.ui.history.device_choice import device_entries
from psoas_break.ui.label import Label, Tone
from psoas_break.ui.settings.data_buttons import (
    Chooser,
    choose_file,
    file_of,
    working_on,
)
from psoas_break.ui.theme import Text, Theme
from psoas_break.words import gettext as _


class Header(QWidget):
    """Title, devices where there are several, export, and how that ended.

    Args:
        theme: Colours and fonts.
        choose: Asks the user for a file and calls back with its path.
    """

    device_picked = Signal(object)
    """The id of the device whose history is wanted; None for all."""

    job_asked = Signal(object, object)
    """Do this `DataJob` with this file (a Path); then call `show_outcome`."""

    def __init__(self, *, theme: Theme, choose: Chooser | None = None) -> None:
        super().__init__()
        self._choose = choose or choose_file
        title = Label(_("History"), theme=theme, style=Text.TITLE)
        title.set_wide(True)
        everything = [Entry(_("All devices"), None)]
        self.devices = Choice(name=_("Device"), entries=everything, theme=theme)
        self.devices.picked.connect(self.device_picked)
        self.export = Button(_("Export…"), theme=theme, kind=Kind.OUTLINE)
        self.export.clicked.connect(self._ask)
        self.outcome = Label(
            "", theme=theme, style=Text.SECONDARY, tone=Tone.MUTED, wrap=True
        )
        self.outcome.hide()
        line = QHBoxLayout()
        line.addWidget(title)
        line.addStretch()
        line.addWidget(self.devices)
        line.addWidget(self.export)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(line)
        rows.addWidget(self.outcome)

    def show_devices(self, devices: Sequence[PastDevice]) -> None:
        """Offer these devices, if there is a choice."""
        self.devices.setVisible(len(devices) > 1)
        self.devices.show_entries(device_entries(devices))

    def show_outcome(self, line: str) -> None:
        """Say how the export goes, or how it ended."""
        self.outcome.setText(line)
        self.outcome.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, line))

    def _ask(self) -> None:
        self._choose(self, DataJob.EXPORT, self._take)

    def _take(self, chosen: str) -> None:
        file = file_of(DataJob.EXPORT, chosen)
        self.show_outcome(working_on(file))
        self.job_asked.emit(DataJob.EXPORT, file)
