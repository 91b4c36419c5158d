"""Buttons for a backup, its restore, export and import, and how the last one ended."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFileDialog, QGridLayout, QWidget

from psoas_break.app.data_jobs import DataJob
from psoas_break.ui.buttons import Button, Kind
from psoas_break.ui.label import Label, Tone
from psoas_break.ui.theme import Text, Theme
from psoas_break.words import gettext as _

_FILES = {
    DataJob.BACK_UP: (True, ".zip", "psoas-break-backup.zip"),
    DataJob.RESTORE: (False, ".zip", ""),
    DataJob.EXPORT: (True, ".csv", "psoas-break-history.csv"),
    DataJob.IMPORT: (False, ".jsonl", ""),
}
"""Whether a job saves a file, how its name usually ends, and what it is called."""


Chooser = Callable[[QWidget, DataJob, Callable[[str], None]], None]
"""Asks the user for a file and calls back with its path."""


class DataButtons(QWidget):
    """Asks for a file, then for the job; shows the line it ended with.

    Args:
        theme: Colours and fonts.
        choose: Asks the user for a file and calls back with its path.
    """

    asked = Signal(object, object)
    """A `DataJob`, and the file (a Path)."""

    def __init__(
        self,
        *,
        theme: Theme,
        choose: Chooser | None = None,
    ) -> None:
        super().__init__()
        self._choose = choose or choose_file
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 8, 12, 4)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(2, 1)
        self.buttons: dict[DataJob, Button] = {}
        for place, (job, words) in enumerate(_words().items()):
            button = Button(words, theme=theme, kind=Kind.TONAL)
            button.clicked.connect(partial(self._ask, job))
            grid.addWidget(button, *divmod(place, 2))
            self.buttons[job] = button
        self.outcome = Label(
            "", theme=theme, style=Text.SECONDARY, tone=Tone.MUTED, wrap=True
        )
        self.outcome.hide()
        grid.addWidget(self.outcome, 2, 0, 1, 3)

    def show_outcome(self, line: str) -> None:
        """Say how a job ended, and let the next one be asked for."""
        self._say(line)
        for button in self.buttons.values():
            button.setEnabled(True)

    def _ask(self, job: DataJob) -> None:
        self._choose(self, job, partial(self._take, job))

    def _take(self, job: DataJob, chosen: str) -> None:
        file = file_of(job, chosen)
        for button in self.buttons.values():
            button.setEnabled(False)
        self._say(working_on(file))
        self.asked.emit(job, file)

    def _say(self, line: str) -> None:
        self.outcome.setText(line)
        self.outcome.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, line))


def file_of(job: DataJob, chosen: str) -> Path:
    """Return the file the user chose, with the usual ending if it has none."""
    file = Path(chosen)
    saves, ending, _name = _FILES[job]
    return file.with_suffix(ending) if saves and not file.suffix else file


def working_on(file: Path) -> str:
    """Say that a job has begun."""
    return _("Working on {file}…").format(file=file.name)


def choose_file(parent: QWidget, job: DataJob, chosen: Callable[[str], None]) -> None:
    """Have the user choose a file in the desktop's own dialog."""
    saves, _ending, name = _FILES[job]
    dialog = QFileDialog(parent, _words()[job].rstrip("…"), str(Path.home() / name))
    if saves:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    else:
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(_filters(job))
    dialog.fileSelected.connect(chosen)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _words() -> dict[DataJob, str]:
    return {
        DataJob.BACK_UP: _("Back up…"),
        DataJob.RESTORE: _("Restore…"),
        DataJob.EXPORT: _("Export history…"),
        DataJob.IMPORT: _("Import history…"),
    }


def _filters(job: DataJob) -> list[str]:
    if job in (DataJob.BACK_UP, DataJob.RESTORE):
        return [_("Backups (*.zip)")]
    table, lines = _("Tables (*.csv)"), _("Entries, a line each (*.jsonl)")
    if job is DataJob.IMPORT:
        return [_("Histories (*.csv *.jsonl)")]
    return [table, lines]
