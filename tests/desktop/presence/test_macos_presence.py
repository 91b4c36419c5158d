"""The login session of macOS, as it would be read."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from psoas_break.desktop.presence import macos
from psoas_break.desktop.presence.macos import LoginSession, MacPresence
from psoas_break.domain.absence import Certain

AT_THE_DESK = LoginSession(locked=False, on_console=True, screen_off=False)
Said = list[tuple[Certain, bool]]


@pytest.fixture
def sessions(monkeypatch: pytest.MonkeyPatch) -> list[LoginSession]:
    """What each reading finds, the last one again and again."""
    found = [AT_THE_DESK]
    monkeypatch.setattr(
        macos, "read_session", lambda: found.pop(0) if len(found) > 1 else found[0]
    )
    return found


@pytest.fixture
def notices(monkeypatch: pytest.MonkeyPatch) -> list[Callable[[], None]]:
    observers: list[Callable[[], None]] = []
    monkeypatch.setattr(macos, "observe", observers.append)
    return observers


def started() -> tuple[MacPresence, Said]:
    presence, said = MacPresence(), []
    presence.start(lambda cause, holds: said.append((cause, holds)))
    return presence, said


@pytest.mark.parametrize(
    ("session", "cause"),
    [
        (replace(AT_THE_DESK, locked=True), Certain.LOCKED),
        (replace(AT_THE_DESK, on_console=False), Certain.SWITCHED),
        (replace(AT_THE_DESK, screen_off=True), Certain.SCREEN_OFF),
    ],
)
@pytest.mark.usefixtures("notices")
def test_a_look_finds_every_sign_and_its_end(
    session: LoginSession, cause: Certain, sessions: list[LoginSession]
) -> None:
    sessions[:] = [AT_THE_DESK, session, session, AT_THE_DESK]
    presence, said = started()
    for _ in range(3):
        presence.look()
    assert said == [(cause, True), (cause, False)]


@pytest.mark.usefixtures("notices")
def test_asked_it_reads_the_session(sessions: list[LoginSession]) -> None:
    answers: list[frozenset[Certain] | None] = []
    sessions[:] = [AT_THE_DESK, replace(AT_THE_DESK, locked=True, screen_off=True)]
    for _ in range(2):
        MacPresence().ask(answers.append)
    assert answers == [frozenset(), {Certain.LOCKED, Certain.SCREEN_OFF}]


def test_a_notice_is_a_look(
    sessions: list[LoginSession], notices: list[Callable[[], None]]
) -> None:
    _, said = started()
    sessions[:] = [replace(AT_THE_DESK, locked=True)]
    notices[0]()
    assert said == [(Certain.LOCKED, True)]


@pytest.mark.usefixtures("notices")
def test_a_session_that_cannot_be_read_is_named_once(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")

    def fails() -> LoginSession:
        message = "there is no session with a screen"
        raise OSError(message)

    monkeypatch.setattr(macos, "read_session", fails)
    presence, said = started()
    presence.look()
    answers: list[frozenset[Certain] | None] = []
    presence.ask(answers.append)
    assert (said, answers) == ([], [None])
    assert caplog.text.count("no session with a screen") == 1


@pytest.mark.usefixtures("sessions")
def test_without_notices_the_looks_remain(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")

    def fails(_call: Callable[[], None]) -> object:
        message = "no such framework"
        raise OSError(message)

    monkeypatch.setattr(macos, "observe", fails)
    _, said = started()
    assert (said, "no such framework" in caplog.text) == ([], True)
