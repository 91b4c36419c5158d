"""Notices that the settings file was edited, without looking at it now and then."""

from pathlib import Path

from PySide6.QtCore import QFileInfo, QFileSystemWatcher, QObject, QTimer, Signal

SETTLES_MS = 200
"""Editors write in several steps; this long after the last one the file is read."""


class SettingsWatch(QObject):
    """Watches one file that may not exist yet, nor its folder, and may be replaced.

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
        """Watch the folder for a new file, and the file for edits in place.

        As long as there is no folder, watch the nearest one in which it can be made.
        """
        # Not Python's own: it raises where nobody may look.
        folder = next(p for p in self._file.parents if QFileInfo(str(p)).isDir())
        for watched in self._watcher.directories():
            if watched != str(folder):
                self._watcher.removePath(watched)
        for path in (folder, self._file):
            if QFileInfo(str(path)).exists():
                self._watcher.addPath(str(path))  # twice is once

    def _on_change(self, _path: str) -> None:
        self._settle.start()

    def _tell(self) -> None:
        self._watch()
        self.edited.emit()
