"""A connection to a service of this machine: bytes in Qt's event loop, never a wait.

They are read and written as the socket takes them, so a service that hangs, even in
the middle of a word, hangs nobody else. Whoever owns a stream gives them a meaning.
"""

import socket
import sys
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QSocketNotifier

_PIECE = 64 * 1024

Papers = Sequence[tuple[int, int, bytes]]
"""What goes with the bytes and is none of them, as `socket.sendmsg` takes it."""


class LocalStream(QObject):
    """Carries bytes both ways until one side hangs up."""

    def __init__(
        self,
        *,
        path: str,
        peer: str,
        heard: Callable[[bytes], None],
        lost: Callable[[str], None],
        papers: Papers = (),
        parent: QObject | None = None,
    ) -> None:
        """Connect.

        Args:
            path: the service's socket.
            peer: what the service is called in reasons ("the sound server").
            heard: called with every piece that comes, as it comes.
            lost: called once with the reason when the connection is over, unless
                it was we who hung up.
            papers: sent along with the first bytes.
            parent: the owner.

        Raises:
            OSError: when nobody listens there.
        """
        connected = _connected(path)  # first, so that a failure leaves no object behind
        super().__init__(parent)
        self._peer = peer
        self._heard = heard
        self._lost = lost
        self._papers = papers
        self._to_say = bytearray()
        self._socket = connected
        descriptor = self._socket.fileno()
        self._reads = QSocketNotifier(descriptor, QSocketNotifier.Type.Read, self)
        self._reads.activated.connect(self._on_readable)
        self._writes = QSocketNotifier(descriptor, QSocketNotifier.Type.Write, self)
        self._writes.setEnabled(False)
        self._writes.activated.connect(self._flush)

    @property
    def is_open(self) -> bool:
        """Whether nobody has hung up."""
        return self._socket.fileno() >= 0

    def say(self, words: bytes) -> None:
        """Send these bytes as soon as the service takes them."""
        self._to_say += words
        self._flush()

    def close(self) -> None:
        """Hang up without telling anybody."""
        if self.is_open:
            self._reads.setEnabled(False)
            self._writes.setEnabled(False)
            self._socket.close()
            self.deleteLater()

    def fail(self, reason: str) -> None:
        """Hang up, and tell why."""
        if self.is_open:
            self.close()
            self._lost(reason)

    def _on_readable(self) -> None:
        try:
            piece = self._socket.recv(_PIECE)
        except BlockingIOError:
            return
        except OSError as error:
            self.fail(error.strerror or f"{self._peer} hung up")
            return
        if not piece:
            self.fail(f"{self._peer} hung up")
        else:
            self._heard(piece)

    def _flush(self) -> None:
        if not self.is_open:
            return
        try:
            sent = _send(self._socket, self._to_say, self._papers)
            self._papers = ()
        except BlockingIOError:
            sent = 0
        except OSError:
            # The read side sees it too, and tells in a turn of its own.
            self._to_say.clear()
            sent = 0
        del self._to_say[:sent]
        self._writes.setEnabled(bool(self._to_say))


def _send(connected: socket.socket, words: bytearray, papers: Papers) -> int:
    if sys.platform == "win32":
        return connected.send(words)
    else:  # noqa: RET505  mypy must see one branch for each system
        return connected.sendmsg([words], papers)


def _connected(path: str) -> socket.socket:
    if sys.platform == "win32":
        message = "Windows has no such sockets"
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
