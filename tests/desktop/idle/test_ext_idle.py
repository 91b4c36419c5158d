"""Idle time as Wayland compositors tell it: a real KWin, and the protocol itself."""

import os
import shutil
import socket
import struct
import subprocess
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from psoas_break.desktop.idle import ext_idle
from psoas_break.desktop.idle.ext_idle import ExtIdle
from psoas_break.desktop.idle.wayland_wire import number, socket_path, text
from tests.desktop.servers import Server, x_server

LONG = timedelta(milliseconds=600)
SHORT = timedelta(milliseconds=200)
SECOND = timedelta(seconds=1)
MILLISECOND = timedelta(milliseconds=1)
NONE = timedelta()


def refreshed(idle: ExtIdle, qtbot: QtBot) -> timedelta | None:
    done: list[str] = []
    idle.refresh(lambda: done.append("done"))
    qtbot.waitUntil(lambda: bool(done))
    return idle.idle()


# A real compositor


@pytest.fixture(scope="module")
def x() -> Iterator[Server]:
    if not shutil.which("Xvfb"):
        pytest.skip("needs Xvfb")
    with x_server() as server:
        yield server


@pytest.fixture(scope="module")
def kwin(x: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    installed = shutil.which("kwin_wayland")
    if not installed or not shutil.which("dbus-run-session"):
        pytest.skip("needs kwin_wayland and dbus-run-session")
    folder = tmp_path_factory.mktemp("kwin")
    folder.chmod(0o700)
    # A copy has not the right to a real-time schedule, which a container refuses.
    program = shutil.copyfile(installed, folder / "kwin_wayland")
    program.chmod(0o755)
    options = ("--no-lockscreen", "--no-global-shortcuts", "--socket", "wayland-test")
    nested = ("--x11-display", x.address, "--width", "300", "--height", "300")
    wiped = {"QT_QPA_PLATFORM", "DBUS_SESSION_BUS_ADDRESS", "WAYLAND_DISPLAY"}
    environ = {key: os.environ[key] for key in os.environ.keys() - wiped}
    own = {"DISPLAY": x.address, "XDG_RUNTIME_DIR": str(folder), "HOME": str(folder)}
    process = subprocess.Popen(  # noqa: S603  our own words
        ["dbus-run-session", "--", str(program), *options, *nested],  # noqa: S607
        env=environ | own,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    yield folder / "wayland-test"
    os.killpg(process.pid, 9)
    process.wait()


@pytest.fixture
def idle(kwin: Path, qtbot: QtBot) -> Iterator[ExtIdle]:
    qtbot.waitUntil(kwin.exists, timeout=30_000)
    idle = ExtIdle(path=str(kwin), long=LONG, short=SHORT)
    assert refreshed(idle, qtbot) is not None
    yield idle
    idle.close()


def move_the_pointer(x: Server) -> None:
    words = ["xdotool", "mousemove", "50", "50", "mousemove", "100", "120"]
    subprocess.run(words, env=os.environ | {"DISPLAY": x.address}, check=True)  # noqa: S603


def test_idle_time_grows_while_nobody_touches_anything(
    idle: ExtIdle, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: (idle.idle() or NONE) > LONG + SHORT)


def test_the_pointer_ends_it(idle: ExtIdle, x: Server, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: (idle.idle() or NONE) > LONG)
    move_the_pointer(x)
    qtbot.waitUntil(lambda: idle.idle() == NONE)


def test_a_return_is_told_at_once_and_once_more(
    idle: ExtIdle, x: Server, qtbot: QtBot
) -> None:
    idle._second_look.setInterval(20)
    told: list[str] = []
    idle.tell_return(lambda: told.append("back"))
    qtbot.waitUntil(lambda: (idle.idle() or NONE) > LONG)
    move_the_pointer(x)
    qtbot.waitUntil(lambda: len(told) == 2)
    qtbot.waitUntil(lambda: not idle._second_look.isActive())


def test_short_silence_is_seen_while_seconds_matter(
    idle: ExtIdle, x: Server, qtbot: QtBot
) -> None:
    idle.attend(closely=True)
    idle.attend(closely=True)
    move_the_pointer(x)
    qtbot.waitUntil(lambda: SHORT <= (idle.idle() or NONE) < LONG)
    idle.attend(closely=False)
    assert idle._watches.keys() == {"long"}


def test_silence_is_told_after_each_input(
    idle: ExtIdle, x: Server, qtbot: QtBot
) -> None:
    told: list[timedelta | None] = []
    idle.tell_silence(SHORT, lambda: told.append(idle.idle()))
    for times in (1, 2):
        move_the_pointer(x)
        qtbot.waitUntil(partial(_are_so_many, told, times))
    assert all(one is not None and one >= SHORT for one in told)


def test_silence_that_lasts_already_is_told_soon(idle: ExtIdle, qtbot: QtBot) -> None:
    told: list[str] = []
    qtbot.waitUntil(lambda: (idle.idle() or NONE) > LONG)
    idle.tell_silence(LONG, lambda: told.append("silence"))
    qtbot.waitUntil(lambda: told == ["silence"], timeout=LONG // MILLISECOND // 2)


def test_silence_nobody_waits_for_is_not_watched(idle: ExtIdle) -> None:
    idle.tell_silence(SHORT, lambda: None)
    idle.tell_silence(SHORT, lambda: None)
    idle.tell_silence(None, lambda: None)
    assert idle._watches.keys() == {"long"}


def _are_so_many(told: list[timedelta | None], times: int) -> bool:
    return len(told) >= times


# The protocol


class Compositor:
    """One end of the protocol, spoken by hand."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._listening = socket.socket(socket.AF_UNIX)
        self._listening.bind(str(path))
        self._listening.listen()
        self._said = b""
        self._talking: socket.socket | None = None

    def accept(self) -> None:
        self._talking, _ = self._listening.accept()
        self._talking.settimeout(20)

    def request(self) -> tuple[int, int, bytes]:
        """Return the next request: object, number, arguments."""
        assert self._talking
        while len(self._said) < 8 or len(self._said) < self._size():
            self._said += self._talking.recv(4096)
        target, sizes = struct.unpack_from("=II", self._said)
        size, arguments = sizes >> 16, self._said[8 : sizes >> 16]
        self._said = self._said[size:]
        return target, sizes & 0xFFFF, arguments

    def event(self, target: int, number_of: int, arguments: bytes = b"") -> None:
        assert self._talking
        size = 8 + len(arguments)
        head = struct.pack("=II", target, size << 16 | number_of)
        self._talking.sendall(head + arguments)

    def say(self, words: bytes) -> None:
        assert self._talking
        self._talking.sendall(words)

    def offer(self, *globals_: tuple[str, int]) -> None:
        """Answer the first two requests: for the registry, and for a sign of life."""
        made = [struct.unpack("=I", self.request()[2])[0] for _ in range(2)]
        registry, callback = made
        for name, (interface, version) in enumerate(globals_, start=1):
            arguments = number(name) + text(interface) + number(version)
            self.event(registry, 0, arguments)
        self.event(callback, 0, number(0))

    def close(self) -> None:
        if self._talking is not None:
            self._talking.close()
        self._listening.close()

    def _size(self) -> int:
        return int(struct.unpack_from("=II", self._said)[1]) >> 16


@pytest.fixture
def compositor(tmp_path: Path) -> Iterator[Compositor]:
    compositor = Compositor(tmp_path / "wayland-0")
    yield compositor
    compositor.close()


def connected(compositor: Compositor) -> ExtIdle:
    idle = ExtIdle(path=str(compositor.path))
    compositor.accept()
    return idle


def notified(compositor: Compositor, idle: ExtIdle, qtbot: QtBot, version: int) -> int:
    """Offer what is needed, and return the notification that is then asked for."""
    compositor.offer(("wl_seat", 7), ("ext_idle_notifier_v1", version), ("wl_shm", 1))
    refreshed(idle, qtbot)
    for _ in range(2):
        compositor.request()  # the two are bound
    _, request, arguments = compositor.request()
    made, milliseconds, _seat = struct.unpack("=III", arguments)
    assert (request, milliseconds) == (version, 60_000)
    return int(made)


@pytest.mark.parametrize("version", [1, 2])
def test_input_alone_counts_where_the_compositor_can_tell(
    version: int, compositor: Compositor, qtbot: QtBot
) -> None:
    idle = connected(compositor)
    made = notified(compositor, idle, qtbot, version)
    before = idle.idle()
    compositor.event(made, 0)
    qtbot.waitUntil(lambda: (idle.idle() or NONE) >= timedelta(minutes=1))
    compositor.event(made, 1)
    qtbot.waitUntil(lambda: idle.idle() == NONE)
    assert before == NONE
    idle.close()


def waits_for_a_return(idle: ExtIdle) -> list[str]:
    """Wait for one with little patience; tells of it in the list."""
    told: list[str] = []
    for timer in (idle._unbroken, idle._second_look):
        timer.setInterval(20)
    idle.tell_return(lambda: told.append("back"))
    return told


def test_somebody_who_types_without_a_pause_has_returned_too(
    compositor: Compositor, qtbot: QtBot
) -> None:
    idle = connected(compositor)
    notified(compositor, idle, qtbot, 2)
    told = waits_for_a_return(idle)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert (idle.idle(), idle._unbroken.isActive()) == (NONE, False)
    idle.close()


def test_a_silence_is_not_taken_for_one(compositor: Compositor, qtbot: QtBot) -> None:
    idle = connected(compositor)
    made = notified(compositor, idle, qtbot, 2)
    told = waits_for_a_return(idle)
    idle._unbroken.setInterval(20_000)
    idle.tell_return(None)
    idle.tell_return(lambda: told.append("back"))
    compositor.event(made, 0)
    qtbot.waitUntil(lambda: (idle.idle() or NONE) > NONE)
    assert (told, idle._unbroken.isActive()) == ([], False)
    idle.close()


def test_who_waits_in_a_silence_waits_for_its_end(
    compositor: Compositor, qtbot: QtBot
) -> None:
    idle = connected(compositor)
    made = notified(compositor, idle, qtbot, 2)
    compositor.event(made, 0)
    qtbot.waitUntil(lambda: (idle.idle() or NONE) > NONE)
    told = waits_for_a_return(idle)
    assert not idle._unbroken.isActive()
    compositor.event(made, 1)
    qtbot.waitUntil(lambda: len(told) == 2)
    idle.close()


@pytest.mark.parametrize(("version", "after_all"), [(1, True), (2, False)])
def test_a_notice_that_never_comes_is_a_video_where_videos_inhibit_it(
    version: int,
    after_all: bool,  # noqa: FBT001
    compositor: Compositor,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    idle = connected(compositor)
    notified(compositor, idle, qtbot, version)
    qtbot.waitUntil(lambda: idle._told.elapsed() > 20)
    monkeypatch.setattr(ext_idle, "LONGEST_WITHOUT_PAUSE", timedelta(milliseconds=10))
    assert ((idle.idle() or NONE) > NONE) is after_all
    idle.close()


def test_who_waits_for_silence_before_it_is_offered_is_told(
    compositor: Compositor, qtbot: QtBot
) -> None:
    idle, told = connected(compositor), list[str]()
    idle.tell_silence(8 * SECOND, lambda: told.append("silence"))
    notified(compositor, idle, qtbot, 2)
    _, _, arguments = compositor.request()
    made, milliseconds, _seat = struct.unpack("=III", arguments)
    compositor.event(made, 0)
    qtbot.waitUntil(lambda: told == ["silence"])
    assert milliseconds == 8000
    idle.close()


def test_a_compositor_that_offers_no_notice_is_no_help(
    compositor: Compositor, qtbot: QtBot
) -> None:
    idle = connected(compositor)
    compositor.offer(("wl_seat", 7))
    assert refreshed(idle, qtbot) is None
    idle.close()


def test_a_compositor_that_says_nothing_is_not_waited_for(
    compositor: Compositor, qtbot: QtBot
) -> None:
    idle = connected(compositor)
    idle._patience.start(10)
    assert refreshed(idle, qtbot) is None
    idle.close()


@pytest.mark.parametrize(
    "says",
    [
        b"220 mail.example.org, no compositor\r\n",
        struct.pack("=III", 1, 36 << 16, 1) + number(0) + text("go away"),
        b"",
    ],
)
def test_a_compositor_that_hangs_up_leaves_idle_unknown(
    says: bytes, compositor: Compositor, qtbot: QtBot
) -> None:
    idle = connected(compositor)
    notified(compositor, idle, qtbot, 2)
    compositor.say(says)
    compositor.close()
    qtbot.waitUntil(lambda: idle.idle() is None)
    assert refreshed(idle, qtbot) is None


def test_where_the_compositor_listens() -> None:
    assert [
        socket_path({"XDG_RUNTIME_DIR": "/run/me", "WAYLAND_DISPLAY": "wayland-3"}),
        socket_path({"XDG_RUNTIME_DIR": "/run/me"}),
        socket_path({"WAYLAND_DISPLAY": "/srv/somewhere"}),
    ] == ["/run/me/wayland-3", "/run/me/wayland-0", "/srv/somewhere"]
