"""Screen sharing and screen recording, where they can be seen.

Under Wayland every screen that is shared goes through PipeWire, as a stream of video
that comes from no camera. One that comes from a camera tells that it is in use: for
whoever asks PipeWire for it, PipeWire has the device open. GNOME also has an object for
each of its recordings on the bus. Under X11 any program may read the screen, and nobody
can see that.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import reduce
from operator import or_
from typing import Any

from psoas_break.app.ports import Signs
from psoas_break.desktop.dbus import Peer
from psoas_break.desktop.quiet.dbus import Question
from psoas_break.desktop.quiet.program import Program
from psoas_break.desktop.quiet.seen import NOTHING, sign
from psoas_break.domain.quiet import Reason

_SHARED = sign(Reason.SCREEN_SHARE)
_FILMED = sign(Reason.CAMERA)
_NODE = "PipeWire:Interface:Node"
_VIDEO = {"Stream/Output/Video", "Video/Source"}


class PipeWireQuiet:
    """Has PipeWire's own tool list the streams."""

    name = "camera, screen share (PipeWire)"
    finds = _SHARED | _FILMED
    tells = False

    def __init__(self, command: tuple[str, ...] = ("pw-dump", "--no-colors")) -> None:
        self._program = Program(command=command)

    def ask(self, answered: Callable[[Signs | None], None]) -> None:
        """List the streams."""
        self._program.run(lambda said: answered(_read(said)))

    def watch(self, changed: Callable[[], None] | None) -> None:
        """It is only seen when somebody looks."""


def _read(said: bytes | None) -> Signs | None:
    if said is None:
        return None
    try:
        objects = list(_listed(said.decode()))
    except ValueError:
        return None
    # What is listed again has changed meanwhile, or has gone and has no more to tell.
    last = {_number(found): found for found in objects}
    return reduce(or_, map(_sign_of, last.values()), NOTHING)


def _listed(text: str) -> Iterator[Any]:
    """Yield the objects of every list: a first one, and one for each change since.

    Raises:
        ValueError: when there is anything else.
    """
    decoder, rest = json.JSONDecoder(), text.strip()
    while True:
        objects, end = decoder.raw_decode(rest)
        if not isinstance(objects, list):
            message = "no list of objects"
            raise ValueError(message)  # noqa: TRY004  as of other text that is none
        yield from objects
        rest = rest[end:].lstrip()
        if not rest:
            return


def _number(found: Any) -> Any:
    return found.get("id", id(found)) if isinstance(found, Mapping) else id(found)


def _sign_of(found: Any) -> Signs:
    """Return what an object of PipeWire's stands for: a running stream of video."""
    if not isinstance(found, Mapping) or found.get("type") != _NODE:
        return NOTHING
    info = found.get("info") or {}
    props = info.get("props") or {}
    if info.get("state") != "running" or props.get("media.class") not in _VIDEO:
        return NOTHING
    is_camera = props.get("media.role") == "Camera" or "device.api" in props
    return _FILMED if is_camera else _SHARED


def _mutter(body: tuple[Any, ...]) -> Signs:
    """Read the description of Mutter's recorder: sessions are objects below it."""
    (described,) = body
    return _SHARED if '<node name="Session' in described else NOTHING


MUTTER_SCREEN_CAST = Question(
    name="screen share (GNOME)",
    finds=_SHARED,
    peer=Peer(
        "org.gnome.Mutter.ScreenCast",
        "/org/gnome/Mutter/ScreenCast",
        "org.freedesktop.DBus.Introspectable",
    ),
    method="Introspect",
    read=_mutter,
)
