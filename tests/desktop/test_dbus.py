import signal
import socket
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from psoas_break.desktop.dbus import (
    Bus,
    Failed,
    Peer,
    Reply,
    Returned,
)
from tests.desktop.conftest import Serve
from tests.desktop.servers import Server

DAEMON = Peer("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
EXAMPLE = Peer("org.example.Service", "/service", "org.example.Service")
MOMENT = timedelta(milliseconds=50)


def test_the_bus_answers(bus: Bus, qtbot: QtBot) -> None:
    replies: list[Reply] = []
    bus.call(DAEMON, "NameHasOwner", "s", (DAEMON.name,), answered=replies.append)
    qtbot.waitUntil(lambda: bool(replies))
    assert replies == [Returned((True,))]


def test_nothing_is_opened_before_it_is_needed(bus: Bus) -> None:
    assert bus._wire is None


def test_questions_are_told_apart_by_their_answers(bus: Bus, qtbot: QtBot) -> None:
    there: list[Reply] = []
    absent: list[Reply] = []
    bus.call(DAEMON, "NameHasOwner", "s", (DAEMON.name,), answered=there.append)
    bus.call(DAEMON, "NameHasOwner", "s", ("a.b",), answered=absent.append)
    qtbot.waitUntil(lambda: bool(there and absent))
    assert (there, absent) == ([Returned((True,))], [Returned((False,))])


def test_a_service_that_is_not_there_is_an_answer(bus: Bus, qtbot: QtBot) -> None:
    replies: list[Reply] = []
    bus.call(EXAMPLE, "Anything", answered=replies.append)
    qtbot.waitUntil(lambda: bool(replies))
    assert isinstance(replies[0], Failed)
    assert "org.freedesktop.DBus.Error" in replies[0].reason


def test_a_deaf_service_is_given_up(bus: Bus, serve: Serve, qtbot: QtBot) -> None:
    serve(EXAMPLE.name, "deaf")
    replies: list[Reply] = []
    bus.call(EXAMPLE, "Anything", answered=replies.append, within=MOMENT)
    qtbot.waitUntil(lambda: bool(replies))
    assert replies == [Failed("no answer in time")]


def test_an_answer_that_comes_too_late_is_dropped(
    bus: Bus, serve: Serve, qtbot: QtBot
) -> None:
    service = serve(EXAMPLE.name)
    replies: list[Reply] = []
    later: list[Reply] = []
    service.process.send_signal(signal.SIGSTOP)
    bus.call(EXAMPLE, "Inhibit", answered=replies.append, within=MOMENT)
    qtbot.waitUntil(lambda: bool(replies))
    service.process.send_signal(signal.SIGCONT)
    bus.call(EXAMPLE, "UnInhibit", answered=later.append)
    qtbot.waitUntil(lambda: bool(later))
    assert (replies, later) == ([Failed("no answer in time")], [Returned(())])


def test_a_signal_is_heard(bus: Bus, serve: Serve, qtbot: QtBot) -> None:
    serve(EXAMPLE.name)
    heard: list[tuple[object, ...]] = []
    bus.listen("org.example.Shouter", "Shouted", heard.append)
    bus.call(EXAMPLE, "Shout")
    qtbot.waitUntil(lambda: heard == [("hello",)])


def test_whoever_fails_at_a_signal_takes_no_other_message_along(
    bus: Bus, serve: Serve, qtbot: QtBot
) -> None:
    serve(EXAMPLE.name)
    replies: list[Reply] = []

    def fails(_body: tuple[object, ...]) -> None:
        message = "nobody expected that"
        raise RuntimeError(message)

    bus.listen("org.example.Shouter", "Shouted", fails)
    with qtbot.captureExceptions() as raised:
        # The signal and the reply come in one piece.
        bus.call(EXAMPLE, "Shout", answered=replies.append)
        qtbot.waitUntil(lambda: replies == [Returned(())])
    assert [str(error) for _, error, _ in raised] == ["nobody expected that"]


def test_somebody_elses_signal_is_not(bus: Bus, serve: Serve, qtbot: QtBot) -> None:
    serve(EXAMPLE.name)
    heard: list[str] = []
    bus.listen("org.example.Shouter", "Whispered", lambda _: heard.append("whisper"))
    bus.listen("org.example.Shouter", "Shouted", lambda _: heard.append("shout"))
    bus.call(EXAMPLE, "Shout")
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["shout"]


def test_when_the_bus_dies_whoever_waits_is_told(
    bus: Bus, bus_daemon: Server, serve: Serve, qtbot: QtBot
) -> None:
    serve(EXAMPLE.name, "deaf")
    replies: list[Reply] = []
    with qtbot.waitSignal(bus.connected):
        bus.call(EXAMPLE, "Anything", answered=replies.append)
    with qtbot.waitSignal(bus.lost):
        bus_daemon.kill()
    assert len(replies) == 1
    assert isinstance(replies[0], Failed)


def test_who_listens_is_connected_again(
    bus_daemon: Server, serve: Serve, tmp_path: Path, qtbot: QtBot
) -> None:
    serve(EXAMPLE.name)
    path = tmp_path / "bus"
    heard: list[object] = []
    with socket.socket(socket.AF_UNIX) as broken:
        broken.bind(str(path))
        broken.listen()
        bus = Bus(address=f"unix:path={path}")
        bus.listen("org.example.Shouter", "Shouted", heard.append)
        qtbot.waitUntil(lambda: bus._wire is not None)
        broken.accept()[0].close()
        qtbot.waitUntil(bus._retry.isActive)
    path.unlink()
    path.symlink_to(bus_daemon.address.split("path=")[1].split(",")[0])
    with qtbot.waitSignal(bus.connected):
        bus._retry.start(0)
    bus.call(EXAMPLE, "Shout")
    qtbot.waitUntil(lambda: heard == [("hello",)])
    bus.close()


def test_each_retry_waits_longer_up_to_a_limit(tmp_path: Path, qtbot: QtBot) -> None:
    bus = Bus(address=f"unix:path={tmp_path / 'nowhere'}")
    waits: list[int] = []
    bus.listen("org.example.Shouter", "Shouted", lambda _: None)
    for _ in range(12):
        bus._retry.start(0)
        qtbot.waitUntil(lambda: bus._retry.interval() > 0)
        waits.append(bus._retry.interval() // 1000)
    bus.close()
    assert (waits[:4], waits[-1]) == ([1, 2, 4, 8], 300)


@pytest.mark.parametrize("address", [None, "", "tcp:host=localhost", "nonsense"])
def test_a_session_without_a_bus_is_an_answer(
    address: str | None, qtbot: QtBot
) -> None:
    bus = Bus(address=address)
    replies: list[Reply] = []
    bus.call(EXAMPLE, "Anything", answered=replies.append)
    qtbot.waitUntil(lambda: bool(replies))
    assert isinstance(replies[0], Failed)


def test_something_else_at_the_address_is_no_bus(tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "bus"
    with socket.socket(socket.AF_UNIX) as other:
        other.bind(str(path))
        other.listen()
        bus = Bus(address=f"unix:path={path}")
        replies: list[Reply] = []
        bus.call(EXAMPLE, "Anything", answered=replies.append)
        qtbot.waitUntil(lambda: bus._wire is not None)
        answering, _ = other.accept()
        with answering:
            answering.sendall(b"220 mail.example.org\r\n")
            qtbot.waitUntil(lambda: bool(replies))
    assert isinstance(replies[0], Failed)


def test_a_bus_that_turns_to_rubbish_is_left_and_tried_ever_more_seldom(
    tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "bus"
    waits: list[int] = []
    with socket.socket(socket.AF_UNIX) as rubbish:
        rubbish.bind(str(path))
        rubbish.listen()
        bus = Bus(address=f"unix:path={path}")
        bus.listen("org.example.Shouter", "Shouted", lambda _: None)
        for _ in range(3):
            bus._retry.start(0)
            qtbot.waitUntil(lambda: bus._wire is not None)
            talking, _address = rubbish.accept()
            with talking, qtbot.waitSignal(bus.lost):
                talking.sendall(b"OK 0123456789abcdef0123456789abcdef\r\n")
                with qtbot.waitSignal(bus.connected):
                    pass
                talking.sendall(bytes(range(200)))
            waits.append(bus._retry.interval() // 1000)
        bus.close()
    assert waits == [1, 2, 4]


def test_a_bus_that_hangs_in_its_hello_hangs_nobody(
    tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "bus"
    with socket.socket(socket.AF_UNIX) as hanging:
        hanging.bind(str(path))
        hanging.listen()
        bus = Bus(address=f"unix:path={path}")
        replies: list[Reply] = []
        bus.call(EXAMPLE, "Anything", answered=replies.append, within=MOMENT)
        qtbot.waitUntil(lambda: bool(replies))
        bus.close()
    assert replies == [Failed("no answer in time")]
