"""Notices that the settings file was edited, without looking at it now and then."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

SETTLES_MS = 200
"""Editors write in several steps; this long after the last one the file is read."""


class SettingsWatch(QObject):
    """Watches one file that may not exist yet, and may be replaced.

    Signals:
        edited: the file may have changed.
    """

    edited = Signal()

    def __init__(self, *, file: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._file = file
        self._watcher = QFileSystemWatcher(self)
        self._settle = QTimer(self, singleShot=True, interval=SETTLES_MS)
        self._settle.timeout.connect(self._tell)
        self._watcher.fileChanged.connect(self._on_change)
        self._watcher.directoryChanged.connect(self._on_change)
        self._watch()

    def _watch(self) -> None:
        """Watch the folder for a new file, and the file for edits in place."""
        folder = self._file.parent
        if folder.is_dir() and str(folder) not in self._watcher.directories():
            self._watcher.addPath(str(folder))
        if self._file.is_file() and str(self._file) not in self._watcher.files():
            self._watcher.addPath(str(self._file))

    def _on_change(self, _path: str) -> None:
        self._settle.start()

    def _tell(self) -> None:
        self._watch()
        self.edited.emit()
