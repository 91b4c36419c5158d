"""Who records, asked of a real PulseAudio and of a real PipeWire."""

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from psoas_break.desktop.quiet.microphone import (
    MicrophoneQuiet,
    SoundServer,
    sound_server,
)
from psoas_break.domain.quiet import Reason
from tests.desktop.quiet.asking import NOTHING, asked, sign
from tests.desktop.servers import Server

PATIENT = timedelta(seconds=30)
RECORDED = sign(Reason.MICROPHONE)
MODULES = (
    "module-null-source source_name=microphone",
    "module-null-sink sink_name=speaker",
)


Daemon = subprocess.Popen[bytes]


@pytest.fixture
def daemon(tmp_path: Path) -> Iterator[Daemon]:
    for program in ("pulseaudio", "parec"):
        if not shutil.which(program):
            pytest.skip(f"needs {program}")
    modules = (*MODULES, f"module-native-protocol-unix socket={tmp_path / 'pulse'}")
    command = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1"]
    process = subprocess.Popen(  # noqa: S603  our own words
        [*command, *(word for module in modules for word in ("-L", module))],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    yield process
    process.kill()
    process.wait()


@pytest.fixture
def pulse(tmp_path: Path, daemon: Daemon, qtbot: QtBot) -> SoundServer:  # noqa: ARG001  it must run
    server = SoundServer(tmp_path / "pulse", tmp_path / "none")
    qtbot.waitUntil(lambda: listens(server.socket), timeout=20_000)
    return server


def listens(path: Path) -> bool:
    with socket.socket(socket.AF_UNIX) as knocking:
        return knocking.connect_ex(str(path)) == 0


@contextmanager
def recording(server: SoundServer, *words: str) -> Iterator[None]:
    latency = "--latency-msec=20"
    command = ["parec", f"--server=unix:{server.socket}", latency, *words]
    process = subprocess.Popen(  # noqa: S603  our own words
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert process.stdout
    os.read(process.stdout.fileno(), 1)  # the first sound: it records
    try:
        yield
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def test_nobody_records(pulse: SoundServer, qtbot: QtBot) -> None:
    assert asked(MicrophoneQuiet(server=pulse, within=PATIENT), qtbot) == NOTHING


def test_somebody_records(pulse: SoundServer, qtbot: QtBot) -> None:
    with recording(pulse, "--device=microphone"):
        assert asked(MicrophoneQuiet(server=pulse, within=PATIENT), qtbot) == RECORDED


def test_recording_what_is_played_is_no_call(pulse: SoundServer, qtbot: QtBot) -> None:
    with recording(pulse, "--device=speaker.monitor"):
        assert asked(MicrophoneQuiet(server=pulse, within=PATIENT), qtbot) == NOTHING


@pytest.mark.parametrize("what", ["media.role=filter", "stream.monitor=true"])
def test_filters_and_level_meters_are_no_calls(
    what: str, pulse: SoundServer, qtbot: QtBot
) -> None:
    with recording(pulse, "--device=microphone", f"--property={what}"):
        assert asked(MicrophoneQuiet(server=pulse, within=PATIENT), qtbot) == NOTHING


def test_a_call_beside_a_recording_of_what_is_played(
    pulse: SoundServer, qtbot: QtBot
) -> None:
    with (
        recording(pulse, "--device=speaker.monitor"),
        recording(pulse, "--device=microphone"),
    ):
        assert asked(MicrophoneQuiet(server=pulse, within=PATIENT), qtbot) == RECORDED


def test_it_hangs_up_after_each_question(pulse: SoundServer, qtbot: QtBot) -> None:
    source = MicrophoneQuiet(server=pulse, within=PATIENT)
    asked(source, qtbot)
    qtbot.waitUntil(lambda: source._wire is None)
    assert not source.tells


def test_two_who_ask_at_once_get_one_answer_each(
    pulse: SoundServer, qtbot: QtBot
) -> None:
    source = MicrophoneQuiet(server=pulse, within=PATIENT)
    answers: list[object] = []
    source.ask(answers.append)
    source.ask(answers.append)
    qtbot.waitUntil(lambda: len(answers) == 2)


def test_it_tells_when_a_recording_starts_and_ends(
    pulse: SoundServer, qtbot: QtBot
) -> None:
    source = MicrophoneQuiet(server=pulse, within=PATIENT)
    told: list[str] = []
    source.watch(lambda: told.append("changed"))
    asked(source, qtbot)
    with recording(pulse, "--device=microphone"):
        qtbot.waitUntil(lambda: bool(told))
        assert asked(source, qtbot) == RECORDED
    qtbot.waitUntil(lambda: asked(source, qtbot) == NOTHING)
    tells, source_told = source.tells, len(told)
    source.watch(None)
    assert (tells, source.tells, source._wire) == (True, False, None)
    assert source_told >= 2


def test_a_server_that_dies_is_told_and_no_more(
    pulse: SoundServer, daemon: Daemon, qtbot: QtBot
) -> None:
    source = MicrophoneQuiet(server=pulse, within=PATIENT)
    told: list[str] = []
    source.watch(lambda: told.append("changed"))
    asked(source, qtbot)
    daemon.kill()
    qtbot.waitUntil(lambda: bool(told))
    assert (asked(source, qtbot), source.tells) == (None, False)


PIPEWIRE = ("pipewire", "wireplumber", "pipewire-pulse")
MICROPHONE = ("module-null-sink", "media.class=Audio/Source/Virtual", "sink_name=mic")


@pytest.fixture
def pipewire(tmp_path: Path, bus_daemon: Server, qtbot: QtBot) -> Iterator[SoundServer]:
    for program in (*PIPEWIRE, "pactl", "parec"):
        if not shutil.which(program):
            pytest.skip(f"needs {program}")
    server = SoundServer(tmp_path / "pulse" / "native", tmp_path / "none")
    own = {"XDG_RUNTIME_DIR": str(tmp_path)}
    own["DBUS_SESSION_BUS_ADDRESS"] = bus_daemon.address
    with ExitStack() as stack:
        for program in PIPEWIRE:
            process = subprocess.Popen(  # noqa: S603  our own words
                [program],
                env=os.environ | own,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            stack.callback(process.wait)
            stack.callback(process.kill)
            if program == "pipewire":
                wired = tmp_path / "pipewire-0"
                qtbot.waitUntil(partial(listens, wired), timeout=20_000)
        qtbot.waitUntil(lambda: listens(server.socket), timeout=20_000)
        command = ["pactl", f"--server=unix:{server.socket}", "load-module"]
        subprocess.run([*command, *MICROPHONE], check=True, capture_output=True)  # noqa: S603
        yield server


def test_pipewire_knows_it_too(pipewire: SoundServer, qtbot: QtBot) -> None:
    source = MicrophoneQuiet(server=pipewire, within=PATIENT)
    before = asked(source, qtbot)
    with recording(pipewire, "--device=mic"):
        during = asked(source, qtbot)
    assert (before, during) == (NOTHING, RECORDED)


def test_pipewire_tells_too(pipewire: SoundServer, qtbot: QtBot) -> None:
    source = MicrophoneQuiet(server=pipewire, within=PATIENT)
    told: list[str] = []
    source.watch(lambda: told.append("changed"))
    asked(source, qtbot)
    with recording(pipewire, "--device=mic"):
        qtbot.waitUntil(lambda: bool(told))
    qtbot.waitUntil(lambda: asked(source, qtbot) == NOTHING)
    source.close()
    assert not source.tells


def test_no_server_is_named_once(
    tmp_path: Path, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    source = MicrophoneQuiet(server=SoundServer(tmp_path / "none", tmp_path / "none"))
    assert [asked(source, qtbot), asked(source, qtbot)] == [None, None]
    assert caplog.text.count("cannot be asked") == 1


@pytest.mark.parametrize(
    "says", [b"", b"220 mail.example.org, this is no sound\r\n" * 9]
)
def test_something_else_at_the_address_is_no_sound_server(
    says: bytes, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "other"
    answers: list[object] = []
    with socket.socket(socket.AF_UNIX) as other:
        other.bind(str(path))
        other.listen()
        within = timedelta(milliseconds=300)
        source = MicrophoneQuiet(server=SoundServer(path, path), within=within)
        source.ask(answers.append)
        answering, _ = other.accept()
        with answering:
            answering.sendall(says)
            qtbot.waitUntil(lambda: bool(answers))
    assert answers == [None]


@pytest.mark.parametrize(
    ("environ", "found"),
    [
        ({"XDG_RUNTIME_DIR": "/run/me"}, "/run/me/pulse/native"),
        ({"PULSE_RUNTIME_PATH": "/p", "XDG_RUNTIME_DIR": "/run/me"}, "/p/native"),
        ({"PULSE_SERVER": "unix:/somewhere"}, "/somewhere"),
        ({"PULSE_SERVER": "{0a}unix:/somewhere tcp:host"}, "/somewhere"),
        ({"PULSE_SERVER": "tcp:host"}, None),
        ({}, None),
    ],
)
def test_where_the_server_is(environ: dict[str, str], found: str | None) -> None:
    server = sound_server(environ, Path("/home/me"))
    assert (str(server.socket) if server else None) == found
