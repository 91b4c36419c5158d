"""What Windows knows, with its calls replaced."""

import sys
from collections.abc import Iterable

import pytest

from psoas_break.app.ports import QuietSource, Signs
from psoas_break.desktop.quiet import windows
from psoas_break.desktop.quiet.windows import ProcessEntry, on_windows
from psoas_break.domain.quiet import Reason
from tests.desktop.quiet.asking import NOTHING, sign


def source(name: str, apps: Iterable[str] = ()) -> QuietSource:
    found = {c.mechanism.name: c.mechanism for c in on_windows(lambda: apps)}
    return found[name]


def answer(source: QuietSource) -> Signs | None:
    answers: list[Signs | None] = []
    source.ask(answers.append)
    return answers[0]


@pytest.mark.parametrize(
    ("state", "signs"),
    [
        (1, NOTHING),
        (2, sign(Reason.FULL_SCREEN)),
        (3, sign(Reason.FULL_SCREEN)),
        (4, sign(Reason.PRESENTATION)),
        (5, NOTHING),
        (6, sign(Reason.DO_NOT_DISTURB)),
    ],
)
def test_the_notification_state(
    state: int, signs: Signs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(windows, "notification_state", lambda: state)
    monkeypatch.setattr(windows, "is_ours_in_front", lambda: False)
    assert answer(source("notification state")) == signs


def test_our_own_window_in_full_screen_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(windows, "notification_state", lambda: 2)
    monkeypatch.setattr(windows, "is_ours_in_front", lambda: True)
    assert answer(source("notification state")) == NOTHING


def test_a_state_that_windows_does_not_say(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails() -> int:
        message = "SHQueryUserNotificationState answers 0x80070005"
        raise OSError(message)

    monkeypatch.setattr(windows, "notification_state", fails)
    assert answer(source("notification state")) is None


@pytest.mark.parametrize(
    ("name", "capability", "reason"),
    [
        ("microphone", "microphone", Reason.MICROPHONE),
        ("camera", "webcam", Reason.CAMERA),
    ],
)
def test_a_program_that_has_not_stopped_uses_it(
    name: str, capability: str, reason: Reason, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = {capability: [("zoom.exe", 133_000), ("", 0)]}
    monkeypatch.setattr(windows, "used_until", lambda which: iter(store[which]))
    assert answer(source(name)) == sign(reason)


Used = list[tuple[str, int]]


@pytest.mark.parametrize("used", [[("zoom.exe", 133_000), ("", 1)], []], ids=str)
def test_programs_that_have_stopped_do_not(
    used: Used, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(windows, "used_until", lambda _: iter(used))
    assert answer(source("microphone")) == NOTHING


@pytest.mark.parametrize(
    ("runs", "signs"),
    [("Zoom.exe", sign(Reason.MICROPHONE)), ("notepad.exe", NOTHING)],
)
def test_one_that_crashed_does_not_either(
    runs: str, signs: Signs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(windows, "used_until", lambda _: iter([("zoom.exe", 0)]))
    monkeypatch.setattr(windows, "process_names", lambda: iter([runs]))
    assert answer(source("microphone")) == signs


@pytest.mark.parametrize(("flags", "inhibited"), [(0x3, True), (0x1, False)])
def test_a_program_that_keeps_the_display_on(
    flags: int,
    inhibited: bool,  # noqa: FBT001
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(windows, "execution_state", lambda: flags)
    assert answer(source("inhibitors")) == Signs(inhibited=inhibited)


@pytest.mark.parametrize(
    ("listed", "signs"),
    [
        ("Zoom", sign(Reason.LISTED_APP)),
        ("zoom.exe", sign(Reason.LISTED_APP)),
        ("teams", NOTHING),
    ],
)
def test_a_listed_program_that_runs(
    listed: str, signs: Signs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(windows, "process_names", lambda: iter(["Zoom.exe"]))
    assert answer(source("listed programs", [listed])) == signs


@pytest.mark.skipif(sys.maxsize < 2**32, reason="laid out for 64 bits")
def test_the_structure_is_as_windows_lays_it_out() -> None:
    assert ProcessEntry.name.offset == 44
