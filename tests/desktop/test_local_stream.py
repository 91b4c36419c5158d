"""Stories of a connection to a service of this machine, told by a real socket."""

import socket
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

if sys.platform == "win32":
    pytest.skip("such sockets are for other systems", allow_module_level=True)

from psoas_break.desktop.local_stream import LocalStream

MUCH = bytes(range(256)) * 16 * 1024


class Caller:
    """Our end of the line, and what it has come to."""

    def __init__(self, path: str) -> None:
        self.heard = bytearray()
        self.lost: list[str] = []
        self.stream = LocalStream(
            path=path,
            peer="the service",
            heard=self.heard.extend,
            lost=self.lost.append,
        )


@pytest.fixture
def service(tmp_path: Path) -> Iterator[socket.socket]:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "service"))
        listening.listen()
        yield listening


def test_what_is_said_arrives_and_what_is_answered_is_heard(
    service: socket.socket, qtbot: QtBot
) -> None:
    caller = Caller(service.getsockname())
    caller.stream.say(b"hello")
    answering, _ = service.accept()
    with answering:
        assert answering.recv(99) == b"hello"
        answering.sendall(b"good day")
        qtbot.waitUntil(lambda: caller.heard == b"good day")
    caller.stream.close()


def test_a_service_that_reads_slowly_gets_everything(
    service: socket.socket, qtbot: QtBot
) -> None:
    caller = Caller(service.getsockname())
    caller.stream.say(MUCH)
    got = bytearray()

    def reads() -> bool:
        with suppress(BlockingIOError):
            got.extend(answering.recv(64 * 1024, socket.MSG_DONTWAIT))
        return len(got) == len(MUCH)

    answering, _ = service.accept()
    with answering:
        qtbot.waitUntil(reads)
    caller.stream.close()
    assert got == MUCH


def test_that_it_hung_up_is_told_once(service: socket.socket, qtbot: QtBot) -> None:
    caller = Caller(service.getsockname())
    answering, _ = service.accept()
    answering.close()
    qtbot.waitUntil(lambda: bool(caller.lost))
    caller.stream.fail("so what")
    assert (caller.lost, caller.stream.is_open) == (["the service hung up"], False)


def test_whoever_hangs_up_is_not_told_of_it(service: socket.socket) -> None:
    caller = Caller(service.getsockname())
    caller.stream.close()
    caller.stream.say(b"anybody there?")
    assert (caller.lost, caller.stream.is_open) == ([], False)


def test_where_nobody_listens_it_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        Caller(str(tmp_path / "nobody"))
