"""What macOS knows, with its calls replaced."""

from collections.abc import Iterable

import pytest

from psoas_break.app.ports import QuietSource, Signs
from psoas_break.desktop.quiet import macos
from psoas_break.desktop.quiet.macos import Address, on_macos
from psoas_break.domain.quiet import Reason
from tests.desktop.quiet.asking import NOTHING, sign

Properties = dict[tuple[int, str], list[int]]


def source(name: str, apps: Iterable[str] = ()) -> QuietSource:
    found = {c.mechanism.name: c.mechanism for c in on_macos(lambda: apps)}
    return found[name]


def answer(source: QuietSource) -> Signs | None:
    answers: list[Signs | None] = []
    source.ask(answers.append)
    return answers[0]


def replace(monkeypatch: pytest.MonkeyPatch, call: str, properties: Properties) -> None:
    def read(owner: int, address: Address) -> list[int] | None:
        letters = int(address.selector).to_bytes(4, "big").decode()
        return properties.get((owner, letters))

    monkeypatch.setattr(macos, call, read)


@pytest.mark.parametrize(
    ("properties", "recorded"),
    [
        ({(1, "prs#"): [70, 71], (70, "piri"): [0], (71, "piri"): [1]}, True),
        (
            {(1, "prs#"): [70], (70, "piri"): [0], (1, "dIn "): [4], (4, "gone"): [1]},
            False,
        ),
        ({(1, "prs#"): []}, False),
        ({(1, "dIn "): [4], (4, "gone"): [1]}, True),
        ({(1, "dIn "): [4], (4, "gone"): [0]}, False),
        ({(1, "dIn "): [0], (0, "gone"): [1]}, False),
        ({}, False),
    ],
    ids=str,
)
def test_the_microphone(
    properties: Properties,
    recorded: bool,  # noqa: FBT001
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    replace(monkeypatch, "audio", properties)
    expected = sign(Reason.MICROPHONE) if recorded else NOTHING
    assert answer(source("microphone")) == expected


@pytest.mark.parametrize(
    ("name", "signs"),
    [("corespeechd", NOTHING), ("zoom.us", sign(Reason.MICROPHONE))],
)
def test_siri_that_listens_for_its_name_is_no_call(
    name: str, signs: Signs, monkeypatch: pytest.MonkeyPatch
) -> None:
    recording = {(1, "prs#"): [70], (70, "piri"): [1], (70, "ppid"): [912]}
    replace(monkeypatch, "audio", recording)
    monkeypatch.setattr(macos, "process_name", {912: name}.__getitem__)
    assert answer(source("microphone")) == signs


@pytest.mark.parametrize(
    ("properties", "filmed"),
    [
        ({(1, "dev#"): [8, 9], (8, "gone"): [0], (9, "gone"): [1]}, True),
        ({(1, "dev#"): [8], (8, "gone"): [0]}, False),
        ({}, False),
    ],
    ids=str,
)
def test_the_camera(
    properties: Properties,
    filmed: bool,  # noqa: FBT001
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    replace(monkeypatch, "media", properties)
    assert answer(source("camera")) == (sign(Reason.CAMERA) if filmed else NOTHING)


@pytest.mark.parametrize(("level", "inhibited"), [(255, True), (0, False)])
def test_a_program_that_keeps_the_display_on(
    level: int,
    inhibited: bool,  # noqa: FBT001
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    levels = {"PreventUserIdleDisplaySleep": level}
    monkeypatch.setattr(macos, "assertion_level", levels.__getitem__)
    assert answer(source("inhibitors")) == Signs(inhibited=inhibited)


def test_a_listed_program_that_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(macos, "process_names", lambda: iter(["zoom.us"]))
    found = answer(source("listed programs", ["Zoom.us"]))
    assert found == sign(Reason.LISTED_APP)


def test_a_framework_that_is_missing_is_no_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fails(_owner: int, _address: Address) -> list[int]:
        message = "no such framework"
        raise OSError(message)

    monkeypatch.setattr(macos, "audio", fails)
    assert answer(source("microphone")) is None
