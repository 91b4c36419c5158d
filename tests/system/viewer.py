"""Takes pictures from one of PipeWire's nodes until it is ended, as a call does.

Run as a program of its own, with the node's name. Source: libpipewire 0.3, `pw_stream`;
SPA, "POD", for the one format it asks for.
"""

import ctypes
import struct
import sys
from ctypes import CFUNCTYPE, c_char_p, c_int, c_uint32, c_void_p
from typing import Any

_ANYBODY = 0xFFFFFFFF
_INPUT, _CONNECT_AND_MAP = 0, 1 | 4
_ID, _OBJECT = 3, 15
_FORMAT, _ENUM_FORMAT = 0x40003, 3
_KIND, _CODING, _COLOURS = 1, 2, 0x20001
_VIDEO, _RAW, _RGB = 2, 1, 15
_HOOKS = (
    *("destroy", "state_changed", "control_info", "io_changed", "param_changed"),
    *("add_buffer", "remove_buffer", "process", "drained", "command"),
    "trigger_done",
)


class _Events(ctypes.Structure):
    _fields_ = (("version", c_uint32), *((hook, c_void_p) for hook in _HOOKS))


def watch(node: str) -> None:
    """Connect to a node, and say so at each picture that comes."""
    pipewire = _library()
    pipewire.pw_init(None, None)
    loop = pipewire.pw_main_loop_new(None)
    wanted = f"{{ media.type=Video media.category=Capture target.object={node} }}"
    stream = 0

    def take() -> None:
        if buffer := pipewire.pw_stream_dequeue_buffer(stream):
            sys.stdout.write("a picture\n")
            sys.stdout.flush()
            pipewire.pw_stream_queue_buffer(stream, buffer)

    taken = CFUNCTYPE(None, c_void_p)(lambda _: take())
    events = _Events(version=2, process=ctypes.cast(taken, c_void_p))
    stream = pipewire.pw_stream_new_simple(
        pipewire.pw_main_loop_get_loop(loop),
        b"viewer",
        pipewire.pw_properties_new_string(wanted.encode()),
        ctypes.byref(events),
        None,
    )
    form = ctypes.create_string_buffer(_form())
    forms = (c_void_p * 1)(ctypes.cast(form, c_void_p))
    pipewire.pw_stream_connect(stream, _INPUT, _ANYBODY, _CONNECT_AND_MAP, forms, 1)
    pipewire.pw_main_loop_run(loop)


def _form() -> bytes:
    """Return the one form we take pictures in: plain red, green and blue."""
    values = {_KIND: _VIDEO, _CODING: _RAW, _COLOURS: _RGB}
    properties = [
        struct.pack("=II", key, 0) + _pod(_ID, struct.pack("=I", value))
        for key, value in values.items()
    ]
    head = struct.pack("=II", _FORMAT, _ENUM_FORMAT)
    return _pod(_OBJECT, head + b"".join(properties))


def _pod(kind: int, body: bytes) -> bytes:
    room = -(-len(body) // 8) * 8
    return struct.pack("=II", len(body), kind) + body.ljust(room, b"\0")


def _library() -> Any:
    pipewire: Any = ctypes.CDLL("libpipewire-0.3.so.0")
    typed: dict[str, tuple[Any, list[Any]]] = {
        "pw_init": (None, [c_void_p, c_void_p]),
        "pw_main_loop_new": (c_void_p, [c_void_p]),
        "pw_main_loop_get_loop": (c_void_p, [c_void_p]),
        "pw_main_loop_run": (c_int, [c_void_p]),
        "pw_properties_new_string": (c_void_p, [c_char_p]),
        "pw_stream_new_simple": (c_void_p, [c_void_p, c_char_p, *[c_void_p] * 3]),
        "pw_stream_connect": (
            c_int,
            [c_void_p, c_int, c_uint32, c_int, c_void_p, c_uint32],
        ),
        "pw_stream_dequeue_buffer": (c_void_p, [c_void_p]),
        "pw_stream_queue_buffer": (c_int, [c_void_p, c_void_p]),
    }
    for name, (result, arguments) in typed.items():
        function = getattr(pipewire, name)
        function.restype, function.argtypes = result, arguments
    return pipewire


if __name__ == "__main__":
    watch(sys.argv[1])
