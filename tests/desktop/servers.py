"""Real servers for one test: an X server, a message bus."""

import os
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Server:
    """A running server, and where it listens."""

    address: str
    process: "subprocess.Popen[bytes]"

    def kill(self) -> None:
        """End it at once, as a crash would."""
        self.process.kill()
        self.process.wait()


@contextmanager
def x_server() -> Iterator[Server]:
    """Run an X server without a screen to see."""
    options = ("-screen", "0", "640x480x24", "-nolisten", "tcp", "-noreset")
    with _announcing(("Xvfb", *options, "-displayfd"), joined=False) as server:
        yield Server(f":{server.address}", server.process)


@contextmanager
def message_bus() -> Iterator[Server]:
    """Run a D-Bus daemon that starts no services."""
    config = f"--config-file={Path(__file__).with_name('bus.conf')}"
    address = f"--address=unix:tmpdir={tempfile.gettempdir()}"
    options = (config, address, "--nofork", "--nopidfile", "--print-address=")
    with _announcing(("dbus-daemon", *options), joined=True) as server:
        yield server


@contextmanager
def _announcing(command: Sequence[str], *, joined: bool) -> Iterator[Server]:
    """Run a server that writes its address to the descriptor named last."""
    reader, writer = os.pipe()
    last = (*command[:-1], f"{command[-1]}{writer}")
    process = subprocess.Popen(  # noqa: S603  fixed words
        last if joined else (*command, str(writer)),
        pass_fds=(writer,),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    try:
        with os.fdopen(reader, "rb") as announced:
            yield Server(announced.readline().decode().strip(), process)
    finally:
        process.kill()
        process.wait()
