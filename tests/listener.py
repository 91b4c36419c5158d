"""Somebody who listens on a profile's control socket, as the running app does."""

import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from psoas_break.control_wire import decode, socket_path

Heard = list[dict[str, Any]]


@contextmanager
def answering(profile: Path, *answers: dict[str, Any] | bytes) -> Iterator[Heard]:
    """Give one answer to each message, in order, and tell what was heard.

    Bytes go over as they are.
    """
    heard: Heard = []
    path = socket_path(profile, {})
    path.parent.mkdir(parents=True, exist_ok=True)
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listening:
        listening.bind(str(path))
        listening.listen()
        thread = threading.Thread(target=_answer, args=(listening, answers, heard))
        thread.start()
        try:
            yield heard
        finally:
            thread.join()
            path.unlink()


def _answer(
    listening: socket.socket, answers: tuple[dict[str, Any] | bytes, ...], heard: Heard
) -> None:
    for answer in answers:
        wire, _address = listening.accept()
        with wire, wire.makefile("rb") as lines:
            heard.append(decode(lines.readline()))
            plain = answer if isinstance(answer, bytes) else _line(answer)
            wire.sendall(plain)


def _line(answer: dict[str, Any]) -> bytes:
    return json.dumps({"v": 1} | answer).encode() + b"\n"
