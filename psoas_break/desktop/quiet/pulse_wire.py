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

from PySide6.QtCore import QObject

from psoas_break.desktop.local_stream import LocalStream, Papers
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

Answered = Callable[[list[Value] | None], None]


class PulseWire:
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
        self._heard = heard
        self._lost = lost
        self._tags = count(1)
        self._asked: dict[int, Answered | None] = {}
        self._is_named = False
        self._unasked: list[tuple[int, bytes, Answered | None]] = []
        self._said = bytearray()
        self._stream = LocalStream(
            path=path,
            peer="the sound server",
            heard=self._on_piece,
            lost=self._on_lost,
            papers=_papers(),
            parent=parent,
        )
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
        self._stream.close()
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
        self._stream.say(_HEAD.pack(len(body), _NO_CHANNEL, 0, 0, 0) + body)

    def _on_welcome(self, values: list[Value] | None) -> None:
        if values is None:
            self._stream.fail("the sound server does not know us")

    def _on_named(self, values: list[Value] | None) -> None:
        """Ask what waits: pipewire-pulse knows nothing for a client without a name."""
        self._is_named = values is not None
        unasked, self._unasked = self._unasked, []
        for question in unasked:
            self._say(*question)

    def _on_lost(self, reason: str) -> None:
        self.close()
        self._lost(reason)

    def _on_piece(self, piece: bytes) -> None:
        self._said += piece
        try:
            self._take()
        except (ValueError, struct.error) as error:
            self._stream.fail(f"the sound server is none: {error}")

    def _take(self) -> None:
        while len(self._said) >= _HEAD.size and self._stream.is_open:
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


def _papers() -> Papers:
    """Return what proves to the server that we are the same user.

    Sent with the first message: the kernel adds it by itself only if the server has
    asked for it before that message comes.
    """
    if sys.platform == "linux":
        credentials = struct.pack("iII", os.getpid(), os.getuid(), os.getgid())
        return [(socket.SOL_SOCKET, socket.SCM_CREDENTIALS, credentials)]
    else:  # noqa: RET505  mypy must see one branch for each system
        return []
