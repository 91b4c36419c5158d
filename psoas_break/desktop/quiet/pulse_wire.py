"""One connection to a sound server, in Qt's event loop: ask, be told, never wait.

PulseAudio's own protocol over its socket, which pipewire-pulse speaks too. Of it we
need five questions, so this takes the place of libpulse and its threads. Source:
PulseAudio, PROTOCOL and src/pulsecore/native-common.h.
"""

import os
import socket
import struct
import sys
from collections.abc import Callable
from itertools import count

from PySide6.QtCore import QObject, QSocketNotifier

from psoas_break.desktop.quiet.tagstruct import Value, blob, properties, read, word

AUTHENTICATE = 8
SET_CLIENT_NAME = 9
SOURCE_INFO = 23
SOURCE_OUTPUTS = 32
SUBSCRIBE = 35

_ERROR = 0
_REPLY = 2
_EVENT = 66

_VERSION = 19
"""We say we are of 2011, so that answers hold no more than we read."""
_COOKIE = 256
_NO_CHANNEL = 0xFFFFFFFF
_HEAD = struct.Struct(">IIIII")  # length, channel, offset (two words), flags
_LARGEST = 1024 * 1024
_PIECE = 64 * 1024

Answered = Callable[[list[Value] | None], None]


class PulseWire(QObject):
    """Connects and authenticates, then carries questions until somebody hangs up."""

    def __init__(
        self,
        *,
        path: str,
        cookie: bytes,
        heard: Callable[[], None],
        lost: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        """Connect.

        Args:
            path: the server's socket.
            cookie: the secret it may ask for; the same user needs none.
            heard: called at every event we have subscribed to.
            lost: called once with the reason when the server ends the connection.
            parent: the owner.

        Raises:
            OSError: when nobody listens there.
        """
        super().__init__(parent)
        self._heard = heard
        self._lost = lost
        self._tags = count(1)
        self._asked: dict[int, Answered | None] = {}
        self._is_named = False
        self._unasked: list[tuple[int, bytes, Answered | None]] = []
        self._to_say = bytearray()
        self._said = bytearray()
        self._socket = _connected(path)
        self._papers = _papers()
        descriptor = self._socket.fileno()
        self._reads = QSocketNotifier(descriptor, QSocketNotifier.Type.Read, self)
        self._reads.activated.connect(self._on_readable)
        self._writes = QSocketNotifier(descriptor, QSocketNotifier.Type.Write, self)
        self._writes.setEnabled(False)
        self._writes.activated.connect(self._flush)
        secret = cookie[:_COOKIE].ljust(_COOKIE, b"\0")
        name = properties({"application.name": "Psoas Break"})
        self._say(AUTHENTICATE, word(_VERSION) + blob(secret), self._on_welcome)
        self._say(SET_CLIENT_NAME, name, self._on_named)

    def ask(
        self, command: int, arguments: bytes = b"", answered: Answered | None = None
    ) -> None:
        """Ask; the answer's values come later, or None when it is an error."""
        if self._is_named:
            self._say(command, arguments, answered)
        else:
            self._unasked.append((command, arguments, answered))

    def close(self) -> None:
        """Hang up; whoever waits for an answer gets none."""
        if self._socket.fileno() >= 0:
            for notifier in (self._reads, self._writes):
                notifier.setEnabled(False)
            self._socket.close()
            self.deleteLater()
        unanswered = [*self._asked.values(), *(last for *_, last in self._unasked)]
        self._asked.clear()
        self._unasked.clear()
        for answered in unanswered:
            if answered is not None:
                answered(None)

    def _say(self, command: int, arguments: bytes, answered: Answered | None) -> None:
        tag = next(self._tags)
        self._asked[tag] = answered
        body = word(command) + word(tag) + arguments
        self._to_say += _HEAD.pack(len(body), _NO_CHANNEL, 0, 0, 0) + body
        self._flush()

    def _on_welcome(self, values: list[Value] | None) -> None:
        if values is None and self._socket.fileno() >= 0:
            self._fail("the sound server does not know us")

    def _on_named(self, values: list[Value] | None) -> None:
        """Ask what waits: pipewire-pulse knows nothing for a client without a name."""
        self._is_named = values is not None
        unasked, self._unasked = self._unasked, []
        for question in unasked:
            self._say(*question)

    def _on_readable(self) -> None:
        try:
            piece = self._socket.recv(_PIECE)
        except BlockingIOError:
            return
        except OSError as error:
            self._fail(error.strerror or "the sound server hung up")
            return
        if not piece:
            self._fail("the sound server hung up")
            return
        self._said += piece
        try:
            self._take()
        except (ValueError, struct.error) as error:
            self._fail(f"the sound server is none: {error}")

    def _take(self) -> None:
        while len(self._said) >= _HEAD.size and self._socket.fileno() >= 0:
            length, channel, *_ = _HEAD.unpack_from(self._said)
            if length > _LARGEST:
                message = f"a message of {length} bytes"
                raise ValueError(message)
            end = _HEAD.size + length
            if len(self._said) < end:
                return
            body = bytes(self._said[_HEAD.size : end])
            del self._said[:end]
            if channel == _NO_CHANNEL:
                self._hear(read(body))

    def _hear(self, values: list[Value]) -> None:
        match values:
            case [int(command), int(tag), *rest] if command in {_REPLY, _ERROR}:
                answered = self._asked.pop(tag, None)
                if answered is not None:
                    answered(rest if command == _REPLY else None)
            case [int(command), *_] if command == _EVENT:
                self._heard()
            case _:
                pass  # something else the server thinks we should know

    def _flush(self) -> None:
        if self._socket.fileno() < 0:
            return
        try:
            sent = _send(self._socket, self._to_say, self._papers)
            self._papers = []
        except BlockingIOError:
            sent = 0
        except OSError:
            # The read side sees it too, and tells in a turn of its own.
            self._to_say.clear()
            sent = 0
        del self._to_say[:sent]
        self._writes.setEnabled(bool(self._to_say))

    def _fail(self, reason: str) -> None:
        self.close()
        self._lost(reason)


def _send(
    connected: socket.socket, words: bytearray, papers: list[tuple[int, int, bytes]]
) -> int:
    if sys.platform == "win32":
        return connected.send(words)
    else:  # noqa: RET505  mypy must see one branch for each system
        return connected.sendmsg([words], papers)


def _papers() -> list[tuple[int, int, bytes]]:
    """Return what proves to the server that we are the same user.

    Sent with the first message: the kernel adds it by itself only if the server has
    asked for it before that message comes.
    """
    if sys.platform == "linux":
        credentials = struct.pack("iII", os.getpid(), os.getuid(), os.getgid())
        return [(socket.SOL_SOCKET, socket.SCM_CREDENTIALS, credentials)]
    else:  # noqa: RET505  mypy must see one branch for each system
        return []


def _connected(path: str) -> socket.socket:
    if sys.platform == "win32":
        message = "there is no such sound server on Windows"
        raise OSError(message)
    else:  # noqa: RET506  mypy must see one branch for each system
        connected = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        connected.settimeout(0)
        try:
            connected.connect(path)
        except OSError:
            connected.close()
            raise
        return connected
