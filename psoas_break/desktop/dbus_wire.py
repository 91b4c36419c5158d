"""One connection to a message bus: bytes in Qt's event loop, messages for others.

jeepney cuts the bytes into messages; here they are read and written as the socket
takes them, so a bus that hangs, even while it says hello, hangs nobody else.
"""

import socket
import sys
from collections.abc import Callable
from itertools import count

from jeepney import Message, Parser
from jeepney.auth import BEGIN, AuthenticationError, Authenticator
from jeepney.bus import get_connectable_addresses
from PySide6.QtCore import QObject, QSocketNotifier

_PIECE = 64 * 1024


class BusWire:
    """Authenticates, then carries messages until the bus goes away."""

    def __init__(
        self,
        *,
        address: str,
        is_open: Callable[[], None],
        heard: Callable[[Message], None],
        lost: Callable[[str], None],
        parent: QObject,
    ) -> None:
        """Connect to a bus on this machine.

        Args:
            address: as in DBUS_SESSION_BUS_ADDRESS.
            is_open: called when messages may be sent.
            heard: called with every message.
            lost: called once with the reason when the connection is over.
            parent: the owner of what Qt needs.

        Raises:
            OSError: when nobody listens there, or the address is none.
        """
        self._is_open = is_open
        self._heard = heard
        self._lost = lost
        self._authenticator: Authenticator | None = Authenticator()
        self._parser = Parser()
        self._serials = count(1)
        self._to_say = bytearray()
        self._socket = _connected(address)
        descriptor = self._socket.fileno()
        self._reads = QSocketNotifier(descriptor, QSocketNotifier.Type.Read, parent)
        self._reads.activated.connect(self._on_readable)
        self._writes = QSocketNotifier(descriptor, QSocketNotifier.Type.Write, parent)
        self._writes.setEnabled(False)
        self._writes.activated.connect(self._flush)
        self._say(self._authenticator.data_to_send() or b"")

    def send(self, message: Message) -> int:
        """Send a message as soon as the bus takes it, and return its serial number."""
        serial = next(self._serials)
        self._say(message.serialise(serial=serial))
        return serial

    def close(self) -> None:
        """Hang up without telling anybody."""
        if self._socket.fileno() >= 0:
            for notifier in (self._reads, self._writes):
                notifier.setEnabled(False)
                notifier.deleteLater()
            self._socket.close()

    def _on_readable(self) -> None:
        try:
            piece = self._socket.recv(_PIECE)
        except BlockingIOError:
            return
        except OSError as error:
            self._fail(error.strerror or "the bus hung up")
            return
        if not piece:
            self._fail("the bus hung up")
            return
        try:
            messages = self._taken(piece)
        except (ValueError, AuthenticationError) as error:
            self._fail(f"the bus speaks no D-Bus: {error}")
            return
        for message in messages:
            self._heard(message)

    def _taken(self, piece: bytes) -> list[Message]:
        """Return the messages that are complete with these bytes.

        Raises:
            ValueError: when they are none.
            AuthenticationError: when the bus does not let us in.
        """
        if self._authenticator is None:
            return self._parsed(piece)
        self._authenticator.feed(piece)
        if self._authenticator.authenticated:
            self._authenticator = None
            self._say(BEGIN)
            self._is_open()
        return []

    def _parsed(self, piece: bytes) -> list[Message]:
        try:
            return list(self._parser.feed(piece))
        except Exception as error:
            # jeepney meets bytes that are no message with whatever comes of them:
            # KeyError, AssertionError, struct.error and more.
            message = f"bytes that are no message ({error!r})"
            raise ValueError(message) from error

    def _say(self, words: bytes) -> None:
        self._to_say += words
        self._flush()

    def _flush(self) -> None:
        if self._socket.fileno() < 0:
            return
        try:
            sent = self._socket.send(self._to_say)
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


def _connected(address: str) -> socket.socket:
    try:
        path = next(get_connectable_addresses(address))
    except (RuntimeError, ValueError) as error:
        message = f"no bus address: {address!r}"
        raise OSError(message) from error
    if sys.platform == "win32":
        message = "there is no message bus on Windows"
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
