"""The icon files of Windows and macOS: little more than PNGs, one behind another.

Sources: "Icons" in the Windows documentation (an entry may be a PNG since Vista);
"Apple Icon Image format" (every kind used here holds a PNG).
"""

import struct
from collections.abc import Mapping

ICO_SIZES = (16, 20, 24, 32, 48, 64, 256)

ICNS_KINDS = {
    b"ic11": 32,  # 16 points on a fine screen
    b"ic12": 64,
    b"ic07": 128,
    b"ic13": 256,
    b"ic08": 256,
    b"ic14": 512,
    b"ic09": 512,
    b"ic10": 1024,
}
"""Pixels of each kind of entry; those for 16 and 32 coarse pixels take no PNG."""

_FOLDER = struct.Struct("<HHH")
_ENTRY = struct.Struct("<BBBBHHII")
_CHUNK = struct.Struct(">4sI")


def ico(pictures: Mapping[int, bytes]) -> bytes:
    """Return a Windows icon file.

    Args:
        pictures: a PNG for each side in pixels, 256 at most.
    """
    at = _FOLDER.size + len(pictures) * _ENTRY.size
    folder, body = [_FOLDER.pack(0, 1, len(pictures))], []
    for side, png in pictures.items():
        # 256 does not fit into a byte, and is written as 0.
        folder.append(_ENTRY.pack(side % 256, side % 256, 0, 0, 1, 32, len(png), at))
        body.append(png)
        at += len(png)
    return b"".join(folder + body)


def read_ico(data: bytes) -> dict[int, bytes]:
    """Return the pictures of a Windows icon file, by side in pixels."""
    _reserved, _kind, count = _FOLDER.unpack_from(data)
    found = {}
    for number in range(count):
        entry = _ENTRY.unpack_from(data, _FOLDER.size + number * _ENTRY.size)
        side, length, at = entry[0] or 256, entry[6], entry[7]
        found[side] = data[at : at + length]
    return found


def icns(pictures: Mapping[bytes, bytes]) -> bytes:
    """Return a macOS icon file.

    Args:
        pictures: a PNG for each kind of entry.
    """
    chunks = [
        _CHUNK.pack(kind, _CHUNK.size + len(png)) + png
        for kind, png in pictures.items()
    ]
    body = b"".join(chunks)
    return _CHUNK.pack(b"icns", _CHUNK.size + len(body)) + body


def read_icns(data: bytes) -> dict[bytes, bytes]:
    """Return the pictures of a macOS icon file, by kind of entry."""
    found, at = {}, _CHUNK.size
    while at < len(data):
        kind, length = _CHUNK.unpack_from(data, at)
        found[kind] = data[at + _CHUNK.size : at + length]
        at += length
    return found
