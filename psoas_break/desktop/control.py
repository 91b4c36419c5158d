"""The running app's end of the control socket, in Qt's event loop.

Nothing a client does can make it wait: every read and write takes what there is and
goes on, and one line is carried out in one turn of the event loop. Who sends
nonsense is told so and dropped, and named once in the log.
"""

import logging
import os
import socket
import struct
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Slot

from psoas_break.control_wire import LONGEST_LINE
from psoas_break.desktop.control_lines import (
    MOST_CLIENTS,
    Complaints,
    Conversation,
    Handle,
)

_log = logging.getLogger(__name__)

BREATHER = timedelta(seconds=1)
"""How long nobody is let in after a failure. One who is not let in knocks on: where no
descriptor is left, listening to that without a rest would keep a whole core busy."""

_LOCAL_PEERCRED = 1  # macOS: <sys/un.h>
_SOL_LOCAL = 0


class Control(Protocol):
    """An open control channel."""

    def close(self) -> None:
        """Stop listening."""
        ...


def open_control(*, path: Path, handle: Handle, parent: QObject) -> Control:
    """Listen the way this system does.

    Raises:
        OSError: when that is not possible.
    """
    if sys.platform == "win32":
        # Imports QtNetwork, which no other system needs.
        from psoas_break.desktop.control_pipe import ControlPipe  # noqa: PLC0415

        control: Control = ControlPipe(path=path, handle=handle, parent=parent)
    else:
        control = ControlServer(path=path, handle=handle, parent=parent)
    return control


class ControlServer(QObject):
    """Listens on a Unix socket that only its owner may enter."""

    def __init__(
        self, *, path: Path, handle: Handle, parent: QObject | None = None
    ) -> None:
        """Listen. What lies at `path` is removed, so hold the `InstanceLock`.

        Args:
            path: as `control_wire.socket_path` says.
            handle: carries out one message; may answer later.
            parent: the owner.

        Raises:
            OSError: when the socket cannot be made.
        """
        super().__init__(parent)
        self._path = path
        self._handle = handle
        self._clients: list[_Client] = []
        self._complaints = Complaints()
        self._socket = _listening(path)
        self._knocks = QSocketNotifier(
            self._socket.fileno(), QSocketNotifier.Type.Read, self
        )
        self._knocks.activated.connect(self._on_knock)
        self._breather = QTimer(self, singleShot=True)
        self._breather.setInterval(BREATHER // timedelta(milliseconds=1))
        self._breather.timeout.connect(self._listen_again)

    def close(self) -> None:
        """Stop listening, drop everybody and remove the socket."""
        self._knocks.setEnabled(False)
        self._breather.stop()
        for client in list(self._clients):
            client.close()
        if self._socket.fileno() >= 0:
            self._socket.close()
            self._path.unlink(missing_ok=True)

    @Slot()
    def _on_knock(self) -> None:
        try:
            wire, _ = self._socket.accept()
        except OSError as error:  # gone again, or no descriptor is left
            self._complaints.name(f"a connection failed: {error.strerror}")
            self._knocks.setEnabled(False)
            self._breather.start()
            return
        uid = uid_of(wire)
        if uid is not None and uid != own_uid():
            self._complaints.name(f"refused user {uid}")
            wire.close()
            return
        self._make_room()
        client = _Client(
            wire=wire,
            handle=self._handle,
            complaints=self._complaints,
            gone=self._clients.remove,
            parent=self,
        )
        self._clients.append(client)

    @Slot()
    def _listen_again(self) -> None:
        self._knocks.setEnabled(True)

    def _make_room(self) -> None:
        if len(self._clients) >= MOST_CLIENTS:
            self._complaints.name(f"more than {MOST_CLIENTS} connections")
            idle = [client for client in self._clients if not client.is_waiting]
            (idle or self._clients)[0].close()


class _Client:
    """One connection; reads nothing while an answer is on its way."""

    def __init__(
        self,
        *,
        wire: socket.socket,
        handle: Handle,
        complaints: Complaints,
        gone: Callable[["_Client"], None],
        parent: QObject,
    ) -> None:
        self._wire = wire
        self._wire.settimeout(0)
        self._gone = gone
        self._talk = Conversation(handle=handle, say=self._say, complaints=complaints)
        self._to_say = bytearray()
        self._reads = QSocketNotifier(wire.fileno(), QSocketNotifier.Type.Read, parent)
        self._reads.activated.connect(self._on_readable)
        self._writes = QSocketNotifier(
            wire.fileno(), QSocketNotifier.Type.Write, parent
        )
        self._writes.setEnabled(False)
        self._writes.activated.connect(self._on_writable)
        self._turn = QTimer(parent)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._on_turn)

    @property
    def is_waiting(self) -> bool:
        """Whether a request of it is being carried out."""
        return self._talk.is_waiting

    def close(self) -> None:
        """Hang up, whatever is still to be said."""
        if self._wire.fileno() < 0:
            return
        self._talk.hang_up()
        self._turn.stop()
        for notifier in (self._reads, self._writes):
            notifier.setEnabled(False)
            notifier.deleteLater()
        self._turn.deleteLater()
        self._wire.close()
        self._gone(self)

    def _on_readable(self) -> None:
        try:
            piece = self._wire.recv(LONGEST_LINE)
        except BlockingIOError:
            return
        except OSError:
            piece = b""
        if piece:
            self._talk.hear(piece)
            self._go_on()
        else:
            self.close()

    def _on_turn(self) -> None:
        self._talk.take_a_line()
        self._go_on()

    def _say(self, answer: bytes) -> None:
        self._to_say += answer
        self._on_writable()

    def _on_writable(self) -> None:
        try:
            sent = self._wire.send(self._to_say)
        except BlockingIOError:
            sent = 0
        except OSError:
            self.close()
            return
        del self._to_say[:sent]
        self._go_on()

    def _go_on(self) -> None:
        """Do what comes next: say the rest, take the next line, or hang up."""
        if self._wire.fileno() < 0:
            return
        quiet = not self._to_say
        self._writes.setEnabled(not quiet)
        self._reads.setEnabled(quiet and self._talk.may_go_on)
        if quiet and self._talk.is_over:
            self.close()
        elif quiet and self._talk.may_go_on and self._talk.has_more:
            self._turn.start(0)


def uid_of(wire: socket.socket) -> int | None:
    """Return the user at the other end; None where the system does not say."""
    uid = None
    try:
        if sys.platform == "linux":
            size = struct.calcsize("3i")
            told = wire.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, size)
            _, uid, _ = struct.unpack("3i", told)
        elif sys.platform == "darwin":
            told = wire.getsockopt(_SOL_LOCAL, _LOCAL_PEERCRED, 128)
            _, uid = struct.unpack_from("2I", told)
    except OSError as error:
        _log.info("The other end's user is unknown: %s", error)
    return uid


def own_uid() -> int | None:
    """Return the user of this process; None on Windows."""
    uid = None
    if sys.platform != "win32":
        uid = os.getuid()
    return uid


def _listening(path: Path) -> socket.socket:
    if sys.platform == "win32":
        reason = "on Windows the app listens on a pipe"
        raise OSError(reason)
    else:  # noqa: RET506  mypy must see one branch for each system
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        before = os.umask(0o177)  # born private, not made so a moment later
        try:
            listening.bind(os.fspath(path))
            listening.listen()
            listening.settimeout(0)
        except OSError:
            listening.close()
            raise
        finally:
            os.umask(before)
        return listening
