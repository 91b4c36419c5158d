"""Which way the words take: to the running app, to the files, or to be the app."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from psoas_break import __main__ as entry
from psoas_break import __version__, quick, running, words
from psoas_break.control_wire import socket_path
from psoas_break.desktop.instance import InstanceLock, lock_file
from psoas_break.quick import NOT_RUNNING, REFUSED, USAGE, Options
from tests.listener import answering

Captured = pytest.CaptureFixture[str]
RAN = 77


@pytest.fixture(autouse=True)
def started(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Options]]:
    """Stand in for Qt's part: note how the app is started, and come back."""
    seen: list[Options] = []

    def run(options: Options, _socket: Path) -> int:
        seen.append(options)
        return RAN

    monkeypatch.setattr(running, "run", run)
    monkeypatch.setattr("gc.disable", lambda: None)
    before = words._Speaker.translations
    yield seen
    words._Speaker.translations = before


@pytest.fixture
def another(tmp_path: Path) -> Iterator[InstanceLock]:
    """An app that runs already, or is about to."""
    lock = InstanceLock(lock_file(socket_path(tmp_path, {})))
    assert lock.claim()
    yield lock
    lock.release()


def said(monkeypatch: pytest.MonkeyPatch, *said_words: str) -> int:
    monkeypatch.setattr(sys, "argv", ["psoas-break", *said_words])
    with pytest.raises(SystemExit) as ended:
        entry.main()
    return int(ended.value.code or 0)


def of(profile: Path, *more: str) -> list[str]:
    return ["--profile-dir", str(profile), *more]


def test_without_words_it_is_the_app(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, started: list[Options]
) -> None:
    assert said(monkeypatch, *of(tmp_path), "--verbose") == RAN
    assert started == [Options(tmp_path, None, True)]  # noqa: FBT003


def test_words_go_to_the_running_app(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Captured
) -> None:
    with answering(tmp_path, {"ok": True, "line": "Sitting 3 min"}):
        code = said(monkeypatch, *of(tmp_path), "--speed", "0", "status")

    assert (code, capsys.readouterr().out) == (0, "Sitting 3 min\n")


def test_without_a_running_app_its_words_end_with_three(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert said(monkeypatch, *of(tmp_path, "status")) == NOT_RUNNING


@pytest.mark.parametrize(
    "mistake", [["dance"], ["--speed", "fast"], ["pause", "soon"], ["--"]]
)
def test_a_mistake_is_one_line(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: Captured,
    mistake: list[str],
) -> None:
    code = said(monkeypatch, *of(tmp_path, *mistake))

    told, complaint = capsys.readouterr()
    assert (code, told, len(complaint.splitlines())) == (USAGE, "", 1)


def test_the_version_is_told(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    assert said(monkeypatch, "--version") == 0
    assert capsys.readouterr().out.strip() == __version__


@pytest.mark.parametrize("options", [["--speed", "60"], ["--speed=-1"]])
def test_a_speed_that_makes_no_sense_is_refused_before_anything_starts(
    monkeypatch: pytest.MonkeyPatch, started: list[Options], options: list[str]
) -> None:
    assert (said(monkeypatch, *options), started) == (USAGE, [])


@pytest.mark.usefixtures("another")
def test_a_second_start_shows_the_first_and_ends_well(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, started: list[Options]
) -> None:
    with answering(tmp_path, {"ok": True}) as heard:
        code = said(monkeypatch, *of(tmp_path))

    assert (code, heard, started) == (0, [{"words": ["show"]}], [])


@pytest.mark.usefixtures("another")
def test_a_second_start_at_login_shows_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, started: list[Options]
) -> None:
    assert said(monkeypatch, *of(tmp_path), "--autostarted") == 0
    assert started == []


@pytest.mark.usefixtures("another")
def test_a_first_start_that_never_answers_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Captured
) -> None:
    monkeypatch.setattr(entry, "STARTS_WITHIN", 1)

    code = said(monkeypatch, *of(tmp_path))

    assert (code, len(capsys.readouterr().err.splitlines())) == (REFUSED, 1)


def test_a_first_app_that_is_just_ending_makes_room(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    another: InstanceLock,
    started: list[Options],
) -> None:
    claim = InstanceLock.claim

    def claim_and_let_go(lock: InstanceLock) -> bool:
        ours = claim(lock)
        another.release()
        return ours

    monkeypatch.setattr(InstanceLock, "claim", claim_and_let_go)

    assert said(monkeypatch, *of(tmp_path)) == RAN
    assert len(started) == 1


def test_a_folder_that_cannot_be_written_does_not_keep_the_app_from_running(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "a file"
    file.touch()

    assert said(monkeypatch, *of(file)) == RAN


def test_a_runtime_folder_of_somebody_else_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Captured
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("psoas_break.control_wire._user", lambda: 12345)

    code = said(monkeypatch)

    assert (code, len(capsys.readouterr().err.splitlines())) == (REFUSED, 1)


def test_ctrl_c_is_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_words: object, _profile: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(quick, "run", interrupted)

    assert said(monkeypatch, "advance", "1h") == 130
