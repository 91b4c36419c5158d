"""Whether a program records from a microphone, as the sound server knows it.

PulseAudio and PipeWire (by pipewire-pulse). What records the sound that is played,
filters, and the level meters of volume controls are no calls.
"""

import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from psoas_break.app.ports import Signs
from psoas_break.desktop.quiet.pulse_wire import (
    SOURCE_INFO,
    SOURCE_OUTPUTS,
    SUBSCRIBE,
    PulseWire,
)
from psoas_break.desktop.quiet.seen import NOTHING, sign
from psoas_break.desktop.quiet.tagstruct import Value, text, word
from psoas_break.domain.quiet import Reason

_log = logging.getLogger(__name__)

ANSWER_WITHIN = timedelta(seconds=3)
_MILLISECOND = timedelta(milliseconds=1)

_RECORDED = sign(Reason.MICROPHONE)
_OUTPUT_EVENTS = 0x0008
_NONE = 0xFFFFFFFF
_FIELDS_OF_OUTPUT = 13
_SOURCE, _RESAMPLER, _PROPERTIES, _CORKED = 4, 9, 11, 12
_MONITOR_OF = 8


@dataclass(frozen=True, slots=True)
class SoundServer:
    """Where the sound server listens, and the file with its secret."""

    socket: Path
    cookie: Path


def sound_server(environ: Mapping[str, str], home: Path) -> SoundServer | None:
    """Return the session's sound server, running or not; None if it is elsewhere."""
    configured = Path(environ.get("XDG_CONFIG_HOME") or home / ".config")
    cookie = Path(environ.get("PULSE_COOKIE") or configured / "pulse" / "cookie")
    if named := environ.get("PULSE_SERVER"):
        # As in "{machine}unix:/path"; a server on the net hears other microphones.
        address = named.split()[0].rpartition("}")[2].removeprefix("unix:")
        return SoundServer(Path(address), cookie) if address.startswith("/") else None
    folder = environ.get("PULSE_RUNTIME_PATH")
    if folder is None and (runtime := environ.get("XDG_RUNTIME_DIR")):
        folder = f"{runtime}/pulse"
    return SoundServer(Path(folder) / "native", cookie) if folder else None


class MicrophoneQuiet(QObject):
    """Asks who records from what; connected only while asking or watching."""

    name = "microphone (PulseAudio, PipeWire)"
    finds = _RECORDED

    def __init__(
        self,
        *,
        server: SoundServer,
        within: timedelta = ANSWER_WITHIN,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._server = server
        self._wire: PulseWire | None = None
        self._has_answered = False
        self._changed: Callable[[], None] | None = None
        self._waiting: list[Callable[[Signs | None], None]] = []
        self._named = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(within // _MILLISECOND)
        self._patience.timeout.connect(partial(self._give_up, "no answer in time"))

    @property
    def tells(self) -> bool:
        """Whether the server tells us just now."""
        return self._wire is not None and self._changed is not None

    def ask(self, answered: Callable[[Signs | None], None]) -> None:
        """Ask who records."""
        self._waiting.append(answered)
        if len(self._waiting) > 1:
            return
        self._connect()
        if self._wire is not None:
            self._patience.start()
            self._wire.ask(SOURCE_OUTPUTS, answered=self._on_outputs)

    def watch(self, changed: Callable[[], None] | None) -> None:
        """Stay connected and hear of every recording that starts or ends."""
        was_watched, self._changed = self._changed is not None, changed
        if changed is None:
            self._hang_up_if_idle()
        elif not was_watched and self._wire is not None:
            self._subscribe(self._wire)
        elif not was_watched:
            self._connect()

    def close(self) -> None:
        """Hang up."""
        self._changed = None
        self._end(None)

    def _connect(self) -> None:
        if self._wire is not None:
            return
        try:
            self._wire = PulseWire(
                path=str(self._server.socket),
                cookie=_read_cookie(self._server.cookie),
                heard=self._on_event,
                lost=self._on_lost,
                parent=self,
            )
        except OSError as error:
            self._give_up(str(error))
            return
        self._has_answered = False
        if self._changed is not None:
            self._subscribe(self._wire)

    def _subscribe(self, wire: PulseWire) -> None:
        wire.ask(SUBSCRIBE, word(_OUTPUT_EVENTS))

    def _on_event(self) -> None:
        if self._changed is not None:
            self._changed()

    def _on_outputs(self, values: list[Value] | None) -> None:
        self._has_answered = values is not None
        sources = set(_recorded_sources(values or []))
        if self._wire is None or values is None:
            self._end(None)
        elif not sources:
            self._end(NOTHING)
        else:
            open_questions = set(sources)
            for source in sources:
                answered = partial(self._on_source, source, open_questions)
                self._wire.ask(SOURCE_INFO, word(source) + text(None), answered)

    def _on_source(
        self, source: int, open_questions: set[int], values: list[Value] | None
    ) -> None:
        """Take what a source is; one that plays to nobody is a microphone."""
        open_questions.discard(source)
        if values is not None and values[_MONITOR_OF : _MONITOR_OF + 1] == [_NONE]:
            self._end(_RECORDED)
        elif not open_questions:
            self._end(NOTHING)

    def _on_lost(self, reason: str) -> None:
        self._wire = None
        had_answered = self._has_answered
        self._give_up(reason)
        if self._changed is not None and had_answered:
            self._changed()

    def _give_up(self, reason: str) -> None:
        if not self._named:
            self._named = True
            _log.info("%s cannot be asked: %s", self.name, reason)
        self._end(None)

    def _end(self, signs: Signs | None) -> None:
        self._patience.stop()
        waiting, self._waiting = self._waiting, []
        for answered in waiting:
            answered(signs)
        self._hang_up_if_idle()

    def _hang_up_if_idle(self) -> None:
        if self._wire is not None and self._changed is None and not self._waiting:
            wire, self._wire = self._wire, None
            wire.close()


def _recorded_sources(values: list[Value]) -> Iterator[int]:
    """Yield the number of every source that a program really records from."""
    for at in range(0, len(values) - _FIELDS_OF_OUTPUT + 1, _FIELDS_OF_OUTPUT):
        fields = values[at : at + _FIELDS_OF_OUTPUT]
        source, properties = fields[_SOURCE], fields[_PROPERTIES]
        if (
            isinstance(source, int)
            and source != _NONE
            and isinstance(properties, dict)
            and not fields[_CORKED]
            and fields[_RESAMPLER] != "peaks"
            and properties.get("media.role") != "filter"
            and properties.get("stream.monitor") != "true"
        ):
            yield source


def _read_cookie(file: Path) -> bytes:
    """Return the secret; a server of the same user needs none."""
    try:
        return file.read_bytes()
    except OSError:
        return b""
