import os
import signal
import subprocess
import sys
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from psoas_break.desktop.quit_signals import QuitSignals

APP = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from psoas_break.desktop.quit_signals import QuitSignals
app = QCoreApplication([])
def end():
    print("saved", flush=True)
    app.quit()
signals = QuitSignals(quit_app=end, parent=app)
QTimer.singleShot(0, lambda: print("ready", flush=True))
sys.exit(app.exec())
"""


@pytest.fixture
def ended() -> Iterator[list[str]]:
    ended: list[str] = []
    signals = QuitSignals(quit_app=lambda: ended.append("ended"))
    yield ended
    signals.close()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_app_from_its_own_loop(
    number: signal.Signals, ended: list[str], qtbot: QtBot
) -> None:
    os.kill(os.getpid(), number)
    at_once = list(ended)
    qtbot.waitUntil(lambda: ended == ["ended"])
    assert at_once == []


def test_after_close_the_signals_are_as_they_were(qapp: object) -> None:  # noqa: ARG001
    before = signal.getsignal(signal.SIGTERM)
    signals = QuitSignals(quit_app=lambda: None)
    signals.close()
    assert signal.getsignal(signal.SIGTERM) is before


@pytest.mark.skipif(sys.platform == "win32", reason="no signals between processes")
def test_an_app_that_waits_for_nothing_saves_and_ends() -> None:
    with subprocess.Popen(  # noqa: S603  our own words
        [sys.executable, "-c", APP], stdout=subprocess.PIPE, text=True
    ) as app:
        assert app.stdout
        assert app.stdout.readline() == "ready\n"
        app.send_signal(signal.SIGTERM)
        rest, _ = app.communicate(timeout=60)
    assert (rest, app.returncode) == ("saved\n", 0)
