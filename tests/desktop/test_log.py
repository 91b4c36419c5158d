import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, qInstallMessageHandler, qWarning
from pytestqt.qtbot import QtBot

from psoas_break.desktop import log
from psoas_break.desktop.log import FILE_NAME, catch_the_unexpected, open_log


@pytest.fixture(autouse=True)
def logging_as_it_was(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    for hook in ("excepthook", "unraisablehook"):
        monkeypatch.setattr(sys, hook, getattr(sys, hook))
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    handler = qInstallMessageHandler(None)
    qInstallMessageHandler(handler)
    yield
    qInstallMessageHandler(handler)
    for added in [had for had in root.handlers if had not in before]:
        root.removeHandler(added)
        added.close()
    root.setLevel(level)


def written(folder: Path) -> str:
    return (folder / FILE_NAME).read_text(encoding="utf-8")


def test_what_happens_is_written_down(tmp_path: Path) -> None:
    open_log(tmp_path / "state", verbose=False)
    logging.getLogger("psoas_break.test").info("the icon shows")
    assert "INFO    psoas_break.test: the icon shows" in written(tmp_path / "state")


def test_small_talk_is_written_down_only_when_asked(tmp_path: Path) -> None:
    open_log(tmp_path / "quiet", verbose=False)
    logging.getLogger("psoas_break.test").debug("small talk")
    open_log(tmp_path / "verbose", verbose=True)
    logging.getLogger("psoas_break.test").debug("more of it")
    assert "small talk" not in written(tmp_path / "quiet")
    assert "more of it" in written(tmp_path / "verbose")


def test_verbose_speaks_on_the_terminal_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    open_log(tmp_path, verbose=True)
    logging.getLogger("psoas_break.test").info("the icon shows")
    assert "the icon shows" in capsys.readouterr().err


def test_the_log_never_grows_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log, "LONGEST_FILE", 1000)
    open_log(tmp_path, verbose=False)
    for number in range(500):
        logging.getLogger("psoas_break.test").info("line %d", number)
    sizes = {file.name: file.stat().st_size for file in tmp_path.glob("*.log*")}
    assert sorted(sizes) == [FILE_NAME, f"{FILE_NAME}.1", f"{FILE_NAME}.2"]
    assert max(sizes.values()) < 1200


def test_rotation_keeps_the_latest_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log, "LONGEST_FILE", 1000)
    open_log(tmp_path, verbose=False)
    for number in range(100):
        logging.getLogger("psoas_break.test").info("line %d.", number)
    kept = (tmp_path / f"{FILE_NAME}.1").read_text() + written(tmp_path)
    assert "line 99." in kept


def test_a_folder_that_cannot_be_written_is_a_problem_not_a_crash(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "state").touch()
    problem = open_log(tmp_path / "state", verbose=False)
    logging.getLogger("psoas_break.test").warning("still said")
    assert problem is not None
    assert str(tmp_path / "state") in problem
    assert "still said" in capsys.readouterr().err


def test_a_full_disk_costs_the_line_and_nothing_else(tmp_path: Path) -> None:
    open_log(tmp_path, verbose=False)
    handler = logging.getLogger().handlers[-1]
    assert isinstance(handler, log.RotatingFile)
    handler._stream.close()
    with Path("/dev/full").open("wb", buffering=0) as full:
        handler._stream = full
        logging.getLogger("psoas_break.test").warning("nowhere to go")


@pytest.mark.qt_log_ignore("the printer")
def test_what_qt_says_is_in_the_log_too(tmp_path: Path) -> None:
    open_log(tmp_path, verbose=False)
    qWarning("the printer is on fire")
    assert "WARNING qt: default: the printer is on fire" in written(tmp_path)


@pytest.mark.qt_no_exception_capture
def test_an_exception_in_a_slot_is_logged_and_told_once_and_the_app_goes_on(
    tmp_path: Path, qtbot: QtBot
) -> None:
    told: list[str] = []
    calls: list[str] = []
    open_log(tmp_path, verbose=False)
    catch_the_unexpected(told.append)

    def slot() -> None:
        calls.append("called")
        message = "nobody thought of this"
        raise LookupError(message)

    for _ in range(3):
        QTimer.singleShot(0, slot)
    qtbot.waitUntil(lambda: len(calls) == 3)
    assert told == ["LookupError: nobody thought of this"]
    assert written(tmp_path).count("Traceback") == 3


@pytest.mark.qt_no_exception_capture
def test_another_kind_of_trouble_is_told_too(tmp_path: Path) -> None:
    told: list[str] = []
    open_log(tmp_path, verbose=False)
    catch_the_unexpected(told.append)
    for kind in (KeyError, ValueError):
        try:
            raise kind(kind.__name__)
        except (KeyError, ValueError) as error:
            sys.excepthook(type(error), error, error.__traceback__)
    assert len(told) == 2


def test_ctrl_c_is_no_trouble(tmp_path: Path) -> None:
    told: list[str] = []
    open_log(tmp_path, verbose=False)
    catch_the_unexpected(told.append)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert told == []


def test_trouble_in_a_thread_is_caught_too(tmp_path: Path) -> None:
    told: list[str] = []
    open_log(tmp_path, verbose=False)
    catch_the_unexpected(told.append)

    def fail() -> None:
        message = "in a thread"
        raise LookupError(message)

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert told == ["LookupError: in a thread"]
