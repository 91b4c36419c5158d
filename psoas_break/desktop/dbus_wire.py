"""One connection to a message bus: it says hello, then carries messages.

jeepney cuts the bytes of the stream into messages.
"""

from collections import deque
from collections.abc import Callable
from itertools import count

from jeepney import Message, Parser
from jeepney.auth import BEGIN, Authenticator
from jeepney.bus import get_connectable_addresses
from PySide6.QtCore import QObject, QTimer

from psoas_break.desktop.local_stream import LocalStream


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
        self._authenticator: Authenticator | None = Authenticator()
        self._parser = Parser()
        self._serials = count(1)
        self._inbox: deque[Message] = deque()
        self._stream = LocalStream(
            path=_path(address),
            peer="the bus",
            heard=self._on_piece,
            lost=lost,
            parent=parent,
        )
        self._stream.say(self._authenticator.data_to_send() or b"")

    def send(self, message: Message) -> int:
        """Send a message as soon as the bus takes it, and return its serial number."""
        serial = next(self._serials)
        self._stream.say(message.serialise(serial=serial))
        return serial

    def close(self) -> None:
        """Hang up without telling anybody."""
        self._stream.close()

    def _on_piece(self, piece: bytes) -> None:
        try:
            messages = self._taken(piece)
        except ValueError as error:
            self._stream.fail(f"the bus speaks no D-Bus: {error}")
            return
        self._inbox.extend(messages)
        self._hand_on()

    def _hand_on(self) -> None:
        """Hand on what has come; whoever fails at one message fails at that alone."""
        while self._inbox and self._stream.is_open:
            try:
                self._heard(self._inbox.popleft())
            except Exception:
                QTimer.singleShot(0, self._stream, self._hand_on)
                raise

    def _taken(self, piece: bytes) -> list[Message]:
        """Return the messages that are complete with these bytes.

        Raises:
            ValueError: when they are none, or the bus does not let us in.
        """
        if self._authenticator is None:
            return self._parsed(piece)
        self._authenticator.feed(piece)
        if self._authenticator.authenticated:
            self._authenticator = None
            self._stream.say(BEGIN)
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


def _path(address: str) -> str:
    """Return the socket of a bus on this machine.

    Raises:
        OSError: when the address is none.
    """
    try:
        return str(next(get_connectable_addresses(address)))
    except (RuntimeError, ValueError) as error:
        message = f"no bus address: {address!r}"
        raise OSError(message) from error
