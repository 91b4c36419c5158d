"""What is written down when something goes wrong, and who is told.

A log in the state folder, never longer than a few hundred kilobytes; Qt's own
messages in it; and a net under every slot: what nobody expected is logged with its
trace and named once to the user, and the app goes on.
"""

import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_log = logging.getLogger(__name__)
_qt = logging.getLogger("qt")

FILE_NAME = "psoas-break.log"
LONGEST_FILE = 256 * 1024
"""Bytes; then the file is kept as `.1` and a new one begun."""

OLD_FILES = 2

_FORM = "%(asctime)s %(levelname)-7s %(name)s: %(message)s"

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.DEBUG,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def open_log(folder: Path, *, verbose: bool) -> str | None:
    """Begin to write down what happens.

    Args:
        folder: the state folder; made if it is not there.
        verbose: whether to write down everything, and to the terminal too.

    Returns:
        A line that says what is wrong with the folder, or None.
    """
    root = logging.getLogger()
    root.setLevel(logging.DEBUG if verbose else logging.INFO)
    for talkative in ("apscheduler", "tzlocal"):
        logging.getLogger(talkative).setLevel(logging.WARNING)
    problem = None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _add(root, RotatingFile(folder / FILE_NAME))
    except OSError as error:
        problem = f"{folder / FILE_NAME}: {error.strerror}"
    if verbose or problem:
        _add(root, logging.StreamHandler())
    qInstallMessageHandler(_from_qt)
    return problem


def catch_the_unexpected(tell: Callable[[str], None]) -> None:
    """Log what no slot has caught, and name each kind of it once.

    Args:
        tell: shows one line to the user; called in the thread that failed.
    """
    named: set[tuple[str, str]] = set()

    def unexpected(
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            return  # the signal's own way out is under way
        _log.error("Nobody expected this", exc_info=(kind, error, trace))
        what = (kind.__name__, _place(trace))
        if what not in named:
            named.add(what)
            tell(f"{kind.__name__}: {error}")

    def unexpected_in_thread(args: Any) -> None:
        unexpected(args.exc_type, args.exc_value, args.exc_traceback)

    def unraisable(args: Any) -> None:
        if args.exc_value is not None:
            unexpected(args.exc_type, args.exc_value, args.exc_traceback)

    sys.excepthook = unexpected
    sys.unraisablehook = unraisable
    threading.excepthook = unexpected_in_thread


class RotatingFile(logging.Handler):
    """Writes lines to a file that never grows long.

    The standard library has one too; importing it costs 10 ms at every start.
    """

    def __init__(self, file: Path) -> None:
        """Open the file.

        Raises:
            OSError: when it cannot be written.
        """
        super().__init__()
        self._file = file
        self._stream = file.open("ab", buffering=0)

    def emit(self, record: logging.LogRecord) -> None:
        """Write one record; a full disk costs the record, nothing else."""
        try:
            self._stream.write(f"{self.format(record)}\n".encode(errors="replace"))
            if self._stream.tell() > LONGEST_FILE:
                self._rotate()
        except (OSError, ValueError):
            pass

    def close(self) -> None:
        """Close the file."""
        self._stream.close()
        super().close()

    def _rotate(self) -> None:
        self._stream.close()
        try:
            for age in range(OLD_FILES, 0, -1):
                younger = f".{age - 1}" if age > 1 else ""
                kept = self._file.with_name(f"{self._file.name}{younger}")
                if kept.exists():
                    kept.replace(self._file.with_name(f"{self._file.name}.{age}"))
        finally:
            self._stream = self._file.open("ab", buffering=0)


def _add(root: logging.Logger, handler: logging.Handler) -> None:
    handler.setFormatter(logging.Formatter(_FORM))
    root.addHandler(handler)


def _from_qt(kind: QtMsgType, where: QMessageLogContext, what: str) -> None:
    level = _LEVELS.get(kind, logging.WARNING)
    category = where.category or "default"
    # A library that Qt could do without is no news to anybody.
    if category.startswith("qt.multimedia"):
        level = logging.DEBUG
    _qt.log(level, "%s: %s", category, what)


def _place(trace: TracebackType | None) -> str:
    """Return where an error came from: the innermost line."""
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return ""
    return f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}"
