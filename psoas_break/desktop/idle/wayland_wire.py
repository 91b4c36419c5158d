"""One connection to a Wayland compositor, in Qt's event loop, with no library.

Only what idle time needs: the registry, a seat, and objects that send events. No
descriptors are passed and nothing is drawn, so the protocol is numbers and strings on
a socket. Source: The Wayland Protocol, "Wire Format".
"""

import struct
from collections.abc import Callable, Mapping
from itertools import count
from pathlib import Path

from PySide6.QtCore import QObject

from psoas_break.desktop.local_stream import LocalStream

_HEAD = struct.Struct("=II")  # object; size of the message and number of the request
_WORD = struct.Struct("=I")
_DISPLAY = 1
_SYNC, _GET_REGISTRY = 0, 1
_ERROR_EVENT = 0
_BIND = 0
_GLOBAL_EVENT = 0

Event = Callable[[int, bytes], None]
"""Called with the number of an event and its arguments as they came."""


def socket_path(environ: Mapping[str, str]) -> str:
    """Return where the session's compositor listens."""
    display = environ.get("WAYLAND_DISPLAY") or "wayland-0"
    return str(Path(environ.get("XDG_RUNTIME_DIR") or "/nowhere") / display)


def number(value: int) -> bytes:
    """Write an argument that is a number or an object."""
    return _WORD.pack(value)


def text(value: str) -> bytes:
    """Write an argument that is a string."""
    data = value.encode() + b"\0"
    return _WORD.pack(len(data)) + data.ljust(-(-len(data) // 4) * 4, b"\0")


class WaylandWire:
    """Connects, hears what the compositor offers, and carries requests and events."""

    def __init__(
        self,
        *,
        path: str,
        offered: Callable[[int, str, int], None],
        all_offered: Callable[[], None],
        lost: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        """Connect.

        Args:
            path: the compositor's socket.
            offered: called with number, interface and version of each global object.
            all_offered: called once when these were all, for now.
            lost: called once with the reason when the compositor ends it.
            parent: the owner.

        Raises:
            OSError: when nobody listens there.
        """
        self._offered = offered
        self._ids = count(2)
        self._objects: dict[int, Event] = {}
        self._said = bytearray()
        self._stream = LocalStream(
            path=path,
            peer="the compositor",
            heard=self._on_piece,
            lost=lost,
            parent=parent,
        )
        self._objects[_DISPLAY] = self._on_display
        self._registry = self.create(_DISPLAY, _GET_REGISTRY, heard=self._on_registry)
        self.create(_DISPLAY, _SYNC, heard=lambda *_: all_offered())

    def create(
        self,
        parent: int,
        request: int,
        arguments: bytes = b"",
        *,
        heard: Event = lambda *_: None,
    ) -> int:
        """Have an object make another; returns the new one's number.

        Args:
            parent: the object that is asked.
            request: the number of the request.
            arguments: what follows the new object's number.
            heard: called with the new object's events.
        """
        made = next(self._ids)
        self._objects[made] = heard
        self.send(parent, request, number(made) + arguments)
        return made

    def bind(self, name: int, interface: str, version: int) -> int:
        """Bind a global object; returns its number. Its events are not heard."""
        made = next(self._ids)
        self._objects[made] = lambda *_: None
        arguments = number(name) + text(interface) + number(version) + number(made)
        self.send(self._registry, _BIND, arguments)
        return made

    def send(self, target: int, request: int, arguments: bytes = b"") -> None:
        """Send a request."""
        size = _HEAD.size + len(arguments)
        self._stream.say(_HEAD.pack(target, size << 16 | request) + arguments)

    def forget(self, target: int) -> None:
        """Hear no more of an object that is being destroyed."""
        self._objects[target] = lambda *_: None

    def close(self) -> None:
        """Hang up."""
        self._stream.close()

    def _on_display(self, event: int, arguments: bytes) -> None:
        """Take (object, code, message): the compositor ends it after an error."""
        if event == _ERROR_EVENT:
            (length,) = _WORD.unpack_from(arguments, 8)
            said = arguments[12 : 12 + length].rstrip(b"\0")
            self._stream.fail(f"the compositor says: {said.decode(errors='replace')}")

    def _on_registry(self, event: int, arguments: bytes) -> None:
        if event == _GLOBAL_EVENT:
            name, length = struct.unpack_from("=II", arguments)
            interface = arguments[8 : 8 + length].rstrip(b"\0").decode()
            (version,) = _WORD.unpack_from(arguments, len(arguments) - 4)
            self._offered(name, interface, version)

    def _on_piece(self, piece: bytes) -> None:
        self._said += piece
        try:
            self._take()
        except (ValueError, struct.error) as error:
            self._stream.fail(f"this is no compositor: {error}")

    def _take(self) -> None:
        while len(self._said) >= _HEAD.size and self._stream.is_open:
            target, sizes = _HEAD.unpack_from(self._said)
            size, event = sizes >> 16, sizes & 0xFFFF
            if size < _HEAD.size:
                message = f"a message of {size} bytes"
                raise ValueError(message)
            if len(self._said) < size:
                return
            arguments = bytes(self._said[_HEAD.size : size])
            del self._said[:size]
            if target in self._objects:
                self._objects[target](event, arguments)
