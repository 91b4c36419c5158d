"""How the command line and the running app talk: one line of JSON each way.

Standard library only: the command line answers in a few milliseconds because this
is all it imports. The running app's end is `psoas_break.desktop.control`.

Protocol 1: the client connects, sends one JSON object on one line, `{"v": 1,
"command": ...}`, and reads one JSON object on one line. It may then send another.
An answer has `ok`; when that is false, `line` says why. On POSIX the channel is a
Unix socket that only its owner may enter; on Windows it is a named pipe.
"""

import json
import os
import stat
import sys
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import socket

PROTOCOL = 1

LONGEST_LINE = 64 * 1024
"""Bytes of one request; a longer one is refused."""

LONGEST_ANSWER = 64 * 1024 * 1024
"""Bytes of one answer; ten years of history are a tenth of it."""

LONGEST_PATH = 100
"""Bytes of a socket's path; some systems end at 104."""

_NAME = "psoas-break"
_PIPES = "\\\\.\\pipe\\"


class NotRunning(Exception):  # noqa: N818  it is an answer, not a failure
    """No app listens there."""


class Unanswered(Exception):  # noqa: N818  it is an answer, not a failure
    """An app listens, but gives no answer that can be read."""


def socket_path(profile: Path | None, environ: Mapping[str, str]) -> Path:
    """Return where the running app listens.

    Args:
        profile: the folder given with `--profile-dir`, or None for the usual one.
        environ: the environment variables.

    Raises:
        PermissionError: when the folder for it belongs to somebody else.
        OSError: when the folder cannot be made.
    """
    if sys.platform == "win32":
        mine = str(profile.resolve()) if profile else str(Path.home())
        path = Path(f"{_PIPES}{_NAME}-{_hashed(mine)}")
    else:
        path = _unix_path(profile, environ)
    return path


def _unix_path(profile: Path | None, environ: Mapping[str, str]) -> Path:
    if profile is None:
        return _runtime_folder(environ) / f"{_NAME}.sock"
    inside = profile.resolve() / "control.sock"
    if len(os.fsencode(inside)) <= LONGEST_PATH:
        return inside
    return _runtime_folder(environ) / f"{_NAME}-{_hashed(str(inside))}.sock"


def encode(message: Mapping[str, Any]) -> bytes:
    """Return a message as it goes over the wire."""
    text = json.dumps({"v": PROTOCOL} | dict(message), separators=(",", ":"))
    return text.encode() + b"\n"


def decode(line: bytes) -> dict[str, Any]:
    """Return the message of one line, without its version.

    Raises:
        ValueError: saying, in words for the other end, why it is no message.
    """
    reason = "not a JSON object"
    try:
        message = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ValueError(reason) from error
    if not isinstance(message, dict):
        raise ValueError(reason)  # noqa: TRY004  it is the text that is wrong
    if message.pop("v", None) != PROTOCOL:
        reason = f"this app speaks protocol {PROTOCOL}"
        raise ValueError(reason)
    return message


def ask(path: Path, message: Mapping[str, Any], timeout: timedelta) -> dict[str, Any]:
    """Send one message to the running app and return its answer.

    Args:
        path: as `socket_path` says.
        message: JSON-ready values.
        timeout: how long to wait for each step of the answer.

    Raises:
        NotRunning: when nobody listens.
        Unanswered: when the answer does not come, or cannot be read.
        PermissionError: when the app there is another user's.
    """
    line = encode(message)
    if sys.platform == "win32":
        answer = _ask_pipe(path, line)
    else:
        answer = _ask_socket(path, line, timeout)
    return _decoded(answer)


def _unix_socket() -> "socket.socket":
    import socket  # noqa: PLC0415  costs 2 ms, and an app that starts asks nobody

    if sys.platform == "win32":
        raise NotImplementedError
    else:  # noqa: RET506  mypy must see one branch for each system
        return socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)


def _ask_socket(path: Path, line: bytes, timeout: timedelta) -> bytes:
    with _unix_socket() as wire:
        wire.settimeout(timeout.total_seconds())
        try:
            wire.connect(os.fspath(path))
        except PermissionError:
            raise
        except OSError as error:
            raise NotRunning(str(path)) from error
        answer = bytearray()
        try:
            wire.sendall(line)
            while not answer.endswith(b"\n") and len(answer) <= LONGEST_ANSWER:
                piece = wire.recv(256 * 1024)
                if not piece:
                    break
                answer += piece
        except OSError as error:
            raise Unanswered(str(error) or type(error).__name__) from error
    return bytes(answer)


def _ask_pipe(path: Path, line: bytes) -> bytes:
    try:
        pipe = path.open("r+b", buffering=0)
    except FileNotFoundError as error:
        raise NotRunning(str(path)) from error
    answer = bytearray()
    with pipe:
        try:
            pipe.write(line)
            while not answer.endswith(b"\n") and len(answer) <= LONGEST_ANSWER:
                piece = pipe.read(64 * 1024)
                if not piece:
                    break
                answer += piece
        except OSError as error:
            raise Unanswered(str(error)) from error
    return bytes(answer)


def _decoded(answer: bytes) -> dict[str, Any]:
    if not answer.endswith(b"\n"):
        reason = "the answer broke off"
        raise Unanswered(reason)
    try:
        return decode(answer)
    except ValueError as error:
        raise Unanswered(str(error)) from error


def _hashed(text: str) -> str:
    import hashlib  # noqa: PLC0415  costs 7 ms, and few paths are too long

    return hashlib.sha256(text.encode(errors="surrogateescape")).hexdigest()[:16]


def _runtime_folder(environ: Mapping[str, str]) -> Path:
    given = environ.get("XDG_RUNTIME_DIR")
    if given and Path(given).is_dir():
        # In a Flatpak each start has a runtime folder of its own; this one they share.
        shared = Path(given) / "app" / environ.get("FLATPAK_ID", "")
        return shared if "FLATPAK_ID" in environ and shared.is_dir() else Path(given)
    import tempfile  # noqa: PLC0415  costs 6 ms, and most sessions have the folder

    return _private_folder(Path(tempfile.gettempdir()))


def _private_folder(parent: Path) -> Path:
    """Make, or check, a folder in a place where everybody may write."""
    folder = parent / f"{_NAME}-{_user()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != _user():
        reason = f"{folder} belongs to somebody else"
        raise PermissionError(reason)
    if stat.S_IMODE(found.st_mode) & 0o077:
        folder.chmod(0o700)
    return folder


def _user() -> int:
    if sys.platform == "win32":
        uid = 0
    else:
        uid = os.getuid()
    return uid
