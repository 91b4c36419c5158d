"""Buttons for a backup, its restore, export and import, and how the last one ended."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from psoas_break.app.data_jobs import DataJob
from psoas_break.ui.buttons import Button, Kind
from psoas_break.ui.flow import Flow
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

_PAIRS = (
    (DataJob.BACK_UP, DataJob.RESTORE),
    (DataJob.EXPORT, DataJob.IMPORT),
)
_GAP = 8


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
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 4)
        column.setSpacing(6)
        self.buttons: dict[DataJob, Button] = {}
        for job, words in _words().items():
            self.buttons[job] = Button(words, theme=theme, kind=Kind.TONAL)
            self.buttons[job].clicked.connect(partial(self._ask, job))
        for pair in _PAIRS:
            column.addWidget(self._row(pair))
        self.outcome = Label(
            "", theme=theme, style=Text.SECONDARY, tone=Tone.MUTED, wrap=True
        )
        self.outcome.hide()
        column.addWidget(self.outcome)

    def show_outcome(self, line: str) -> None:
        """Say how a job ended, and let the next one be asked for."""
        self._say(line)
        for button in self.buttons.values():
            button.setEnabled(True)

    def _row(self, pair: tuple[DataJob, DataJob]) -> QWidget:
        """Two beside each other, or below each other where there is no room."""
        row = QWidget()
        flow = Flow(row, gap=_GAP)
        for job, column in zip(pair, zip(*_PAIRS, strict=True), strict=True):
            wide = max(self.buttons[one].sizeHint().width() for one in column)
            self.buttons[job].setMinimumWidth(wide)
            flow.addWidget(self.buttons[job])
        return row

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
