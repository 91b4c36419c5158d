"""The running app's end of the control channel on Windows: a named pipe.

The pipe is open to its owner alone (`UserAccessOption`). Qt's own local server runs
on every system, so the tests run it on theirs. It costs an import of QtNetwork,
which is why Linux and macOS use a plain socket instead.
"""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from psoas_break.control_wire import LONGEST_LINE
from psoas_break.desktop.control_lines import (
    MOST_CLIENTS,
    Complaints,
    Conversation,
    Handle,
)


class ControlPipe(QObject):
    """Listens on a named pipe."""

    def __init__(
        self, *, path: Path, handle: Handle, parent: QObject | None = None
    ) -> None:
        """Listen. What lies at `path` is removed, so hold the `InstanceLock`.

        Raises:
            OSError: when the pipe cannot be made.
        """
        super().__init__(parent)
        self._handle = handle
        self._complaints = Complaints()
        self._clients: list[_Client] = []
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(str(path))
        if not self._server.listen(str(path)):
            raise OSError(self._server.errorString())
        self._server.newConnection.connect(self._on_knock)

    def close(self) -> None:
        """Stop listening and drop everybody."""
        self._server.close()
        for client in list(self._clients):
            client.close()

    @Slot()
    def _on_knock(self) -> None:
        while self._server.hasPendingConnections():
            wire = self._server.nextPendingConnection()
            if len(self._clients) >= MOST_CLIENTS:
                self._complaints.name(f"more than {MOST_CLIENTS} connections")
                idle = [client for client in self._clients if not client.is_waiting]
                (idle or self._clients)[0].close()
            client = _Client(wire, self._handle, self._complaints, self)
            self._clients.append(client)

    def forget(self, client: "_Client") -> None:
        """Keep a client that has gone no longer."""
        if client in self._clients:
            self._clients.remove(client)


class _Client:
    """One connection; reads nothing while an answer is on its way."""

    def __init__(
        self,
        wire: QLocalSocket,
        handle: Handle,
        complaints: Complaints,
        server: ControlPipe,
    ) -> None:
        self._wire = wire
        self._server = server
        self._talk = Conversation(handle=handle, say=self._say, complaints=complaints)
        self._turn = QTimer(wire)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._on_turn)
        wire.setReadBufferSize(LONGEST_LINE)  # then the client has to wait
        wire.readyRead.connect(self._go_on)
        wire.bytesWritten.connect(self._go_on)
        wire.disconnected.connect(self.close)
        self._go_on()

    @property
    def is_waiting(self) -> bool:
        """Whether a request of it is being carried out."""
        return self._talk.is_waiting

    def close(self) -> None:
        """Hang up."""
        self._talk.hang_up()
        self._turn.stop()
        self._server.forget(self)
        self._wire.abort()
        self._wire.deleteLater()

    def _on_turn(self) -> None:
        if self._wire.bytesAvailable():
            self._talk.hear(bytes(self._wire.read(LONGEST_LINE).data()))
        self._talk.take_a_line()
        self._go_on()

    def _say(self, answer: bytes) -> None:
        self._wire.write(answer)
        self._wire.flush()

    def _go_on(self, _written: int = 0) -> None:
        """Take the next line in a turn of its own, or hang up."""
        if self._wire.bytesToWrite():
            return
        if self._talk.is_over:
            self._wire.disconnectFromServer()
        elif self._talk.may_go_on and (
            self._wire.bytesAvailable() or self._talk.has_more
        ):
            self._turn.start(0)
