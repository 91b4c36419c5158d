"""Services of a desktop that a story needs: each real, or a mock on the real bus."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path

import pytest

from psoas_break.desktop.quiet.inhibitors import KDE_INHIBITORS
from tests.desktop.dbusmock import Mock, dbusmock
from tests.system.desktop import Desktop
from tests.system.picture import Box
from tests.system.process import ROOT, end, started
from tests.system.waiting import until

SCREEN_SAVER = "org.freedesktop.ScreenSaver"
INHIBITS = KDE_INHIBITORS.peer
SOUND_CARD = (
    "module-null-source source_name=microphone",
    "module-null-sink sink_name=speaker",
)


PLAYER = "org.mpris.MediaPlayer2.Player"
PIPEWIRE = ("pipewire", "wireplumber", "pipewire-pulse")
MICROPHONE = (
    *("module-null-sink", "media.class=Audio/Source/Virtual"),
    "sink_name=microphone",
)


PICTURES = """\
context.spa-libs = { videotestsrc = videotestsrc/libspa-videotestsrc }
context.objects = [
  { factory = spa-node-factory args = {
      factory.name = videotestsrc node.name = camera
      media.class = Video/Source media.role = Camera } }
  { factory = spa-node-factory args = {
      factory.name = videotestsrc node.name = screen media.class = Video/Source } }
]
"""
"""A camera and a recorded screen, as far as PipeWire knows of either."""


def bus_of(desktop: Desktop) -> str:
    """Return where the desktop's session bus listens."""
    return desktop.environment["DBUS_SESSION_BUS_ADDRESS"]


class LockScreen:
    """A desktop's lock screen, as far as it speaks on the bus."""

    def __init__(self, mock: Mock) -> None:
        self._mock = mock

    def lock(self) -> None:
        """Lock the screen."""
        self._mock.signal(SCREEN_SAVER, "ActiveChanged", "b", (True,))

    def unlock(self) -> None:
        """Unlock it."""
        self._mock.signal(SCREEN_SAVER, "ActiveChanged", "b", (False,))


@contextmanager
def lock_screen(desktop: Desktop) -> Iterator[LockScreen]:
    """Run a lock screen."""
    words = (SCREEN_SAVER, "/org/freedesktop/ScreenSaver", SCREEN_SAVER)
    with dbusmock(bus_of(desktop), *words) as mock:
        yield LockScreen(mock)


@contextmanager
def video(desktop: Desktop) -> Iterator[None]:
    """Have a browser keep the screen on, as it does while a video plays."""
    with _inhibited(desktop, "ret = [('Firefox', 'video-playing')]"):
        yield


@contextmanager
def slow_presentation(desktop: Desktop) -> Iterator[None]:
    """Have slides shown, on a desktop that takes half a second to say so."""
    takes = "import time; time.sleep(0.5)"
    with _inhibited(desktop, f"{takes}; ret = [('Impress', 'presentation')]"):
        yield


@contextmanager
def _inhibited(desktop: Desktop, answer: str) -> Iterator[None]:
    words = (INHIBITS.name, INHIBITS.path, INHIBITS.interface)
    with dbusmock(bus_of(desktop), *words) as mock:
        mock.method(INHIBITS.interface, "ListInhibitions", "", "a(ss)", answer)
        yield


def do_not_disturb(desktop: Desktop, *, on: bool) -> None:
    """Switch it in the desktop's notification daemon."""
    command = ["dunstctl", "set-paused", str(on).lower()]
    subprocess.run(command, env=desktop.environment, check=True, timeout=60)


@contextmanager
def sound_server(desktop: Desktop) -> Iterator[Path]:
    """Run PulseAudio with a microphone, where the session looks for it."""
    if not shutil.which("pulseaudio") or not shutil.which("parec"):
        pytest.skip("needs pulseaudio and parec")
    socket = Path(desktop.environment["XDG_RUNTIME_DIR"]) / "pulse" / "native"
    socket.parent.mkdir(mode=0o700, exist_ok=True)
    modules = (*SOUND_CARD, f"module-native-protocol-unix socket={socket}")
    command = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1"]
    words = [word for module in modules for word in ("-L", module)]
    server = started([*command, *words], desktop.environment)
    try:
        until(socket.exists, "the sound server")
        yield socket
    finally:
        end(server)
        socket.unlink(missing_ok=True)


@contextmanager
def call(desktop: Desktop, server: Path) -> Iterator[None]:
    """Record from the microphone, as a program does in a call."""
    recorder = subprocess.Popen(
        ["parec", f"--server=unix:{server}", "--latency-msec=20"],
        env=desktop.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert recorder.stdout
    os.read(recorder.stdout.fileno(), 1)  # the first sound: it records
    try:
        yield
    finally:
        end(recorder)
        recorder.stdout.close()


class Heard:
    """What a service has been asked so far, one line each."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def lines(self) -> list[str]:
        """Return all of it, without how it was asked."""
        return [line.split()[0] for line in self._file.read_text("utf-8").splitlines()]

    def wait_for(self, *lines: str) -> None:
        """Wait until that, and nothing else, was asked."""
        until(lambda: self.lines() == list(lines), " ".join(lines))


@contextmanager
def screen_keeper(desktop: Desktop, folder: Path) -> Iterator[Heard]:
    """Run what keeps the screen on for whoever asks, as KDE and Xfce do."""
    file = folder / "asked"
    with file.open("wb") as said:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.desktop.inhibitor", SCREEN_SAVER],
            cwd=ROOT,
            env=desktop.environment,
            stdout=said,
        )
    heard = Heard(file)
    try:
        until(lambda: "ready" in heard.lines(), "the screen's keeper")
        yield heard
    finally:
        end(process)


class Player:
    """A player of music, as far as it speaks on the bus."""

    def __init__(self, mock: Mock) -> None:
        self._mock = mock

    def asked(self) -> list[str]:
        """Return what it was asked to do."""
        (calls,) = self._mock.do("GetCalls", "", ())
        return [name for _, name, _ in calls if name in {"Pause", "Play"}]


@contextmanager
def player(desktop: Desktop) -> Iterator[Player]:
    """Have a player play."""
    words = ("org.mpris.MediaPlayer2.music", "/org/mpris/MediaPlayer2", PLAYER)
    with dbusmock(bus_of(desktop), *words) as mock:
        mock.do("AddProperty", "ssv", (PLAYER, "PlaybackStatus", ("s", "Playing")))
        for method, becomes in (("Pause", "Paused"), ("Play", "Playing")):
            do = f"self.UpdateProperties('{PLAYER}', {{'PlaybackStatus': '{becomes}'}})"
            mock.method(PLAYER, method, "", "", do)
        yield Player(mock)


@contextmanager
def film(desktop: Desktop, over: Box | None = None) -> Iterator[None]:
    """Have a window of another program fill the screen, or one of several."""
    whole = over or desktop.screen.whole()
    place = ("-geometry", f"+{whole.x + 100}+{whole.y + 100}")
    words = ("xterm", "-fullscreen", *place, "-title", "film", "-e", "cat")

    def is_on() -> bool:
        found = [w.box for w in desktop.screen.windows() if w.title == "film"]
        # A terminal is as large as whole letters fit.
        return any(
            0.9 * whole.width < box.width <= whole.width
            and whole.x <= box.x < whole.x + whole.width
            for box in found
        )

    process = desktop.start(*words)
    try:
        until(is_on, "a window in full screen")
        yield
    finally:
        end(process)
        until(lambda: not is_on(), "the end of the film")


@contextmanager
def pipewire(desktop: Desktop) -> Iterator[Path]:
    """Run PipeWire with a microphone, where the session looks for its sound server.

    It has a node named camera, and one named screen that another program records.
    """
    own = Path(desktop.environment["XDG_CONFIG_HOME"]) / "pipewire/pipewire.conf.d"
    own.mkdir(parents=True, exist_ok=True)
    (own / "pictures.conf").write_text(PICTURES, "utf-8")
    for program in (*PIPEWIRE, "pactl", "parec"):
        if not shutil.which(program):
            pytest.skip(f"needs {program}")
    socket = Path(desktop.environment["XDG_RUNTIME_DIR"]) / "pulse" / "native"
    with ExitStack() as stack:
        for program in PIPEWIRE:
            stack.callback(end, started([program], desktop.environment))
            if program == "pipewire":
                wired = socket.parents[1] / "pipewire-0"
                until(wired.exists, "PipeWire")
        until(socket.exists, "its sound server")
        command = ["pactl", f"--server=unix:{socket}", "load-module", *MICROPHONE]

        def has_a_microphone() -> bool:
            done = subprocess.run(
                command, env=desktop.environment, check=False, capture_output=True
            )
            return done.returncode == 0

        until(has_a_microphone, "its microphone")
        yield socket


@contextmanager
def viewer(desktop: Desktop, node: str) -> Iterator[None]:
    """Take pictures from a node of PipeWire's, as a call and who shares a screen do."""
    watching = subprocess.Popen(
        [sys.executable, "-m", "tests.system.viewer", node],
        cwd=ROOT,
        env=desktop.environment,
        stdout=subprocess.PIPE,
    )
    assert watching.stdout
    assert watching.stdout.readline() == b"a picture\n"
    try:
        yield
    finally:
        watching.stdout.close()
        end(watching)


@contextmanager
def deaf_service(desktop: Desktop, name: str) -> Iterator[None]:
    """Run a service that takes every question and answers none."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.desktop.inhibitor", name, "deaf"],
        cwd=ROOT,
        env=desktop.environment,
        stdout=subprocess.PIPE,
    )
    assert process.stdout
    process.stdout.readline()  # it is ready
    try:
        yield
    finally:
        end(process)
        process.stdout.close()


def message_bus(address: str) -> "AbstractContextManager[subprocess.Popen[bytes]]":
    """Run a session bus at an address of ours."""

    @contextmanager
    def running() -> Iterator["subprocess.Popen[bytes]"]:
        command = ["dbus-daemon", "--session", "--nofork", "--nopidfile"]
        process = started([*command, f"--address={address}"], os.environ)
        try:
            until(Path(address.partition("=")[2]).exists, "the session's bus")
            yield process
        finally:
            end(process)

    return running()
