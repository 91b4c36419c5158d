"""The guided window, off screen: shown, and what a frame in it costs."""

import gc
import os
import time
from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication

from psoas_break.desktop.preflight import create_application
from psoas_break.domain.position import Position
from psoas_break.ui.session_window import SessionWindow

LOOK_EVERY_MS = 50


def go_through(windows: Iterator[SessionWindow]) -> None:
    """Go on behind each `yield` when the window that was given has come up.

    One that is not on the screen yet paints nothing.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QApplication.instance() or create_application(["bench"], os.environ)
    look = QTimer()
    window = next(windows)

    def go_on() -> None:
        nonlocal window
        if not window.windowHandle().isExposed():
            return
        if (after := next(windows, None)) is None:
            look.stop()
            app.quit()
        else:
            window = after

    look.timeout.connect(go_on)
    look.start(LOOK_EVERY_MS)
    gc.collect()
    gc.freeze()  # as the app does once it has started: `running.py`
    app.exec()


def frame_ms(window: SessionWindow, position: Position) -> float:
    """Show where a break is, paint what changed, and return what that took.

    It is the time of our own thread on the processor: other programs do not count.
    """
    start = time.thread_time()
    window.show_position(position)
    QCoreApplication.sendEvent(window, QEvent(QEvent.Type.UpdateRequest))
    return (time.thread_time() - start) * 1e3
