"""Another program's output, without waiting for it."""

import logging
from collections.abc import Callable, Sequence
from datetime import timedelta

from PySide6.QtCore import QObject, QProcess, QTimer

_log = logging.getLogger(__name__)

ANSWER_WITHIN = timedelta(seconds=3)
_MILLISECOND = timedelta(milliseconds=1)


class Program(QObject):
    """Runs one program at a time, and ends it when it takes too long."""

    def __init__(
        self,
        *,
        command: Sequence[str],
        within: timedelta = ANSWER_WITHIN,
        parent: QObject | None = None,
    ) -> None:
        """Take note of the words; nothing runs yet."""
        super().__init__(parent)
        self._waiting: list[Callable[[bytes | None], None]] = []
        self._named = False
        self._process = QProcess(self)
        self._process.setProgram(command[0])
        self._process.setArguments(list(command[1:]))
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(within // _MILLISECOND)
        self._patience.timeout.connect(self._process.kill)

    def run(self, answered: Callable[[bytes | None], None]) -> None:
        """Run it; `answered` gets what it wrote, or None when it failed."""
        self._waiting.append(answered)
        if len(self._waiting) == 1:
            self._patience.start()
            self._process.start(QProcess.OpenModeFlag.ReadOnly)

    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        if status is QProcess.ExitStatus.NormalExit and code == 0:
            self._end(bytes(self._process.readAllStandardOutput().data()))
        else:
            self._fail()

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._fail()

    def _fail(self) -> None:
        if not self._named:
            self._named = True
            said = bytes(self._process.readAllStandardError().data()).decode()
            why = said.strip() or self._process.errorString()
            _log.info("%s says nothing: %s", self._process.program(), why)
        self._end(None)

    def _end(self, output: bytes | None) -> None:
        self._patience.stop()
        waiting, self._waiting = self._waiting, []
        for answered in waiting:
            answered(output)
