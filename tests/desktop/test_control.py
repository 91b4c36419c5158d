"""What the control channel promises, on a Unix socket and on Qt's local server."""

import errno
import os
import socket
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, suppress
from datetime import timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from pytestqt.qtbot import QtBot

from psoas_break.control_wire import LONGEST_LINE, ask, encode
from psoas_break.desktop import control
from psoas_break.desktop.control import Control, ControlServer
from psoas_break.desktop.control_lines import MOST_CLIENTS, Complaints, Respond

Connect = Callable[[], "Client"]
KNOCKED = (0, errno.EISCONN)


class App:
    """What stands behind the server: it notes every command and answers it."""

    def __init__(self) -> None:
        self.heard: list[dict[str, Any]] = []
        self.later: list[Respond] = []

    def handle(self, message: dict[str, Any], respond: Respond) -> None:
        self.heard.append(message)
        match message["command"]:
            case "Advance":
                self.later.append(respond)
            case "Break":
                respond = message["nothing"]
            case "History":
                respond({"ok": True, "data": "x" * 3_000_000})
            case _:
                respond({"ok": True, "line": f"did {message['command']}"})


class Client:
    """A raw connection that says what it likes."""

    def __init__(self, path: Path, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self._wire = socket.socket(socket.AF_UNIX)
        self._wire.settimeout(0)
        qtbot.waitUntil(lambda: self._wire.connect_ex(str(path)) in KNOCKED)
        self.answer = b""
        self.is_cut = False

    def says(self, words: bytes) -> None:
        """Send all of it, as far as the server reads it."""
        left = words

        def sent() -> bool:
            nonlocal left
            try:
                left = left[self._wire.send(left) :]
            except BlockingIOError:
                return False
            except OSError:
                return True
            return not left

        self._qtbot.waitUntil(sent)

    def hears(self, words: bytes) -> None:
        """Wait until that has been said to us."""
        self._qtbot.waitUntil(lambda: words in self._read())

    def is_dropped(self) -> None:
        self._qtbot.waitUntil(lambda: bool(self._read() or True) and self.is_cut)

    def hangs_up(self) -> None:
        self._wire.close()

    def _read(self) -> bytes:
        try:
            while piece := self._wire.recv(1 << 20):
                self.answer += piece
        except BlockingIOError:
            return self.answer
        except OSError:
            pass
        self.is_cut = True
        return self.answer


@pytest.fixture
def app() -> App:
    return App()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "run" / "control.sock"


def make_server(kind: str, path: Path, app: App) -> Control:
    if kind == "socket":
        return ControlServer(path=path, handle=app.handle)
    # On Linux QtNetwork needs a library that nothing else here does.
    pytest.importorskip("PySide6.QtNetwork", exc_type=ImportError)
    from psoas_break.desktop.control_pipe import ControlPipe  # noqa: PLC0415

    return ControlPipe(path=path, handle=app.handle)


@pytest.fixture(params=["socket", "pipe"])
def server(
    request: pytest.FixtureRequest, path: Path, app: App, qtbot: QtBot
) -> Iterator[Control]:
    path.parent.mkdir()
    server = make_server(request.param, path, app)
    yield server
    server.close()
    qtbot.wait(0)


@pytest.fixture
def connect(path: Path, qtbot: QtBot) -> Iterator[Connect]:
    with ExitStack() as stack:

        def connect() -> Client:
            client = Client(path, qtbot)
            stack.callback(client.hangs_up)
            return client

        yield connect


@pytest.fixture
def client(server: Control, connect: Connect) -> Client:  # noqa: ARG001
    return connect()


def asked(path: Path, message: Mapping[str, Any], qtbot: QtBot) -> dict[str, Any]:
    """Ask as the command line does, from a thread that may block."""
    answers: list[dict[str, Any]] = []
    thread = threading.Thread(
        target=lambda: answers.append(ask(path, message, timedelta(seconds=30)))
    )
    thread.start()
    qtbot.waitUntil(lambda: not thread.is_alive(), timeout=30_000)
    return answers[0]


@pytest.mark.usefixtures("server")
def test_a_command_is_carried_out_and_answered(
    path: Path, app: App, qtbot: QtBot
) -> None:
    answer = asked(path, {"command": "Status"}, qtbot)
    assert answer == {"ok": True, "line": "did Status"}
    assert app.heard == [{"command": "Status"}]


@pytest.mark.usefixtures("server")
def test_an_answer_of_megabytes_arrives_whole(path: Path, qtbot: QtBot) -> None:
    answer = asked(path, {"command": "History"}, qtbot)
    assert len(answer["data"]) == 3_000_000


def test_an_answer_may_come_later(client: Client, app: App, qtbot: QtBot) -> None:
    client.says(encode({"command": "Advance"}))
    qtbot.waitUntil(lambda: bool(app.later))
    app.later[0]({"ok": True, "line": "an hour passed"})
    client.hears(b"an hour passed")


def test_while_one_waits_another_is_served(
    client: Client, path: Path, app: App, qtbot: QtBot
) -> None:
    client.says(encode({"command": "Advance"}))
    qtbot.waitUntil(lambda: bool(app.later))
    assert asked(path, {"command": "Status"}, qtbot)["ok"]


def test_a_client_cannot_run_ahead_of_its_own_answer(
    client: Client, app: App, qtbot: QtBot
) -> None:
    client.says(encode({"command": "Advance"}) + encode({"command": "Skip"}))
    qtbot.waitUntil(lambda: bool(app.later))
    qtbot.wait(20)
    heard_before = len(app.heard)
    app.later[0]({"ok": True, "line": "moved"})
    client.hears(b"did Skip")
    assert heard_before == 1


def test_an_answer_for_somebody_who_has_gone_goes_nowhere(
    client: Client, path: Path, app: App, qtbot: QtBot
) -> None:
    client.says(encode({"command": "Advance"}))
    qtbot.waitUntil(lambda: bool(app.later))
    client.hangs_up()
    app.later[0]({"ok": True})
    app.later[0]({"ok": True})
    assert asked(path, {"command": "Status"}, qtbot)["ok"]


def test_two_lines_at_once_are_answered_in_order(client: Client) -> None:
    client.says(encode({"command": "Skip"}) + encode({"command": "Undo"}))
    client.hears(b"did Undo")
    assert client.answer.index(b"Skip") < client.answer.index(b"Undo")


def test_a_line_in_pieces_is_one_line(client: Client, app: App, qtbot: QtBot) -> None:
    line = encode({"command": "Status"})
    client.says(line[:9])
    qtbot.wait(10)
    client.says(line[9:])
    client.hears(b"did Status")
    assert len(app.heard) == 1


@pytest.mark.parametrize(
    "garbage",
    [
        b"GET / HTTP/1.1\n",
        b"\x00\xff\xfe\n",
        b"\n",
        b"[" * 50_000 + b"\n",
        b'{"v":9}\n',
    ],
    ids=["http", "bytes", "empty", "nested", "version"],
)
def test_garbage_is_answered_with_the_reason_and_dropped(
    client: Client, garbage: bytes, app: App
) -> None:
    client.says(garbage)
    client.hears(b'"ok":false')
    client.is_dropped()
    assert app.heard == []


def test_a_megabyte_without_a_line_end_is_refused(client: Client, app: App) -> None:
    client.says(b"x" * 1_000_000)
    client.is_dropped()
    assert app.heard == []


def test_a_line_of_full_length_is_allowed(client: Client) -> None:
    line = encode({"command": "Status", "pad": ""})
    pad = b"x" * (LONGEST_LINE - len(line) + 1)
    client.says(line.replace(b'""', b'"' + pad + b'"'))
    client.hears(b"did Status")


@pytest.mark.usefixtures("server")
def test_the_log_names_one_kind_of_garbage_once(
    connect: Connect, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(5):
        client = connect()
        client.says(b"garbage\n")
        client.is_dropped()
    assert caplog.text.count("not a JSON object") == 1


@pytest.mark.usefixtures("server")
def test_silent_connections_do_not_keep_others_out(
    connect: Connect, path: Path, qtbot: QtBot
) -> None:
    for _ in range(3 * MOST_CLIENTS // 2):
        connect()
    assert asked(path, {"command": "Status"}, qtbot)["ok"]


def test_who_never_reads_does_not_stop_the_app(
    client: Client, path: Path, qtbot: QtBot
) -> None:
    client.says(encode({"command": "History"}) * 3)
    assert asked(path, {"command": "Status"}, qtbot)["ok"]


def test_a_command_that_fails_is_an_answer_and_a_trace_in_the_log(
    client: Client, path: Path, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    client.says(encode({"command": "Break"}))
    client.hears(b"internal error")
    assert "Traceback" in caplog.text
    assert asked(path, {"command": "Status"}, qtbot)["ok"]


@pytest.mark.usefixtures("server")
def test_only_the_owner_may_enter(path: Path) -> None:
    assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0


@pytest.fixture
def socket_server(path: Path, app: App, qapp: object) -> Iterator[ControlServer]:  # noqa: ARG001
    server = ControlServer(path=path, handle=app.handle)
    yield server
    server.close()


@pytest.mark.usefixtures("socket_server")
def test_the_folder_it_makes_is_private(path: Path) -> None:
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@pytest.mark.usefixtures("socket_server")
def test_another_user_is_refused_and_named(
    connect: Connect,
    app: App,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(control, "uid_of", lambda _wire: 4711)
    client = connect()
    client.says(encode({"command": "Quit"}))
    client.is_dropped()
    assert app.heard == []
    assert "refused user 4711" in caplog.text


@pytest.mark.skipif(os.getuid() != 0, reason="only root can become somebody else")
@pytest.mark.usefixtures("socket_server")
def test_somebody_else_finds_the_door_shut(path: Path) -> None:
    for folder in (path.parent, *path.parents[1:4]):
        folder.chmod(0o755)
    knock = f"""
import os, socket
wire = socket.socket(socket.AF_UNIX)
os.setuid(65534)
wire.connect({str(path)!r})
"""
    tried = subprocess.run(  # noqa: S603  our own words
        [sys.executable, "-c", knock], capture_output=True, check=False
    )
    assert b"PermissionError" in tried.stderr


@pytest.fixture
def few_descriptors() -> Iterator[ExitStack]:
    """Let the process open little more; what is used up is closed with the stack."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    with ExitStack() as used:
        used.callback(resource.setrlimit, resource.RLIMIT_NOFILE, (soft, hard))
        highest = os.dup(0)
        used.callback(os.close, highest)
        resource.setrlimit(resource.RLIMIT_NOFILE, (highest + 16, hard))
        yield used


def use_up(descriptors: ExitStack) -> None:
    with suppress(OSError):
        while True:
            descriptors.callback(os.close, os.dup(0))


def test_without_a_descriptor_left_it_takes_a_breath_and_then_lets_in(
    path: Path, app: App, qtbot: QtBot, few_descriptors: ExitStack
) -> None:
    server = ControlServer(path=path, handle=app.handle)
    with (
        socket.socket(socket.AF_UNIX) as wire,
        patch.object(Complaints, "name") as complained,
    ):
        use_up(few_descriptors)
        wire.connect(str(path))
        for _turn_of_the_event_loop in range(100):
            qtbot.wait(1)
        failed = complained.call_count
        few_descriptors.close()
        wire.send(encode({"command": "Status"}))
        qtbot.waitUntil(lambda: bool(app.heard))
    server.close()

    assert 1 <= failed < 10


def test_the_kernel_tells_who_is_there() -> None:
    ours, theirs = socket.socketpair(socket.AF_UNIX)
    told = control.uid_of(ours)
    ours.close()
    theirs.close()
    assert told == os.getuid()


def test_a_socket_left_by_a_killed_app_is_taken_over(
    path: Path, app: App, qtbot: QtBot
) -> None:
    path.parent.mkdir()
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(str(path))
    server = ControlServer(path=path, handle=app.handle)
    assert asked(path, {"command": "Status"}, qtbot)["ok"]
    server.close()


def test_closing_takes_the_socket_away(socket_server: Control, path: Path) -> None:
    socket_server.close()
    assert not path.exists()
