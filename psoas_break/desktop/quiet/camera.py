"""Whether a program of this user has a camera open (Linux).

A program that shows or records a camera's picture holds its device open. PipeWire's
daemons may hold one to list what it can do, so that says nothing; whether they film for
somebody is seen among PipeWire's streams (`screen_share`). Source: V4L2 API
specification, "VIDIOC_QUERYCAP".
"""

import os
import struct
import sys
from pathlib import Path

from psoas_break.desktop.quiet.processes import PROC, own_processes
from psoas_break.desktop.quiet.seen import SeenQuiet, sign
from psoas_break.domain.quiet import Reason

DEVICES = "/dev/video"
_DAEMONS = frozenset({"pipewire", "wireplumber", "pipewire-media-"})

_QUERY_CAPABILITIES = 0x80685600
_CAPABILITIES = struct.Struct("=16s32s32sIII12x")
_NEVER_WAITS = getattr(os, "O_NONBLOCK", 0)
_CAPTURES = 0x00001001  # in one plane or in several
_CODES = 0x0000C000  # memory to memory: it codes video, and sees nothing


def camera() -> SeenQuiet:
    """Return the sense; nothing is opened yet."""
    return SeenQuiet(
        name="camera (V4L2)", finds=sign(Reason.CAMERA), look=is_camera_open
    )


def is_camera_open(proc: Path = PROC, devices: str = DEVICES) -> bool:
    """Whether any program holds a capturing video device open.

    Raises:
        OSError: when the processes cannot be listed.
    """
    if not any(Path(devices).parent.glob(f"{Path(devices).name}*")):
        return False
    held = {
        path
        for process in own_processes(proc)
        for path in process.open_files()
        if path.startswith(devices) and process.name not in _DAEMONS
    }
    return any(_captures(path) for path in held)


def _captures(device: str) -> bool:
    """Whether a device is a camera, not a coder of video; yes if nobody can say."""
    try:
        descriptor = os.open(device, os.O_RDONLY | _NEVER_WAITS)
    except OSError:
        return True
    try:
        can = _capabilities(descriptor)
    except OSError:
        return True
    finally:
        os.close(descriptor)
    return bool(can & _CAPTURES) and not can & _CODES


def _capabilities(descriptor: int) -> int:
    """Return what a device can do.

    Raises:
        OSError: when it is no device for video.
    """
    if sys.platform == "win32":
        return _CAPTURES
    else:  # noqa: RET505  mypy must see one branch for each system
        import fcntl  # noqa: PLC0415  Windows has none

        answer = fcntl.ioctl(descriptor, _QUERY_CAPABILITIES, bytes(_CAPABILITIES.size))
        return int(_CAPABILITIES.unpack(answer)[-1])
