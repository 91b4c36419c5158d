"""A picture of a screen: pixels to look at, and a PNG to show."""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels."""

    x: int
    y: int
    width: int
    height: int

    @property
    def centre(self) -> tuple[int, int]:
        """The middle: where a click goes."""
        return self.x + self.width // 2, self.y + self.height // 2


@dataclass(frozen=True, slots=True)
class Picture:
    """Rows of red, green and blue bytes."""

    width: int
    height: int
    rgb: bytes

    def colours(self) -> set[Colour]:
        """Return every colour that is in it."""
        channels = (self.rgb[channel::3] for channel in range(3))
        return set(zip(*channels, strict=True))

    def box_of(self, colour: Colour, *, run: int) -> Box | None:
        """Return where a colour fills the tallest block of rows.

        Only rows with at least `run` pixels of it side by side count, so that
        text and rings in the same colour are passed over.
        """
        blocks: list[list[tuple[int, int, int]]] = []
        for y, left, right in self._runs(colour, run):
            if not (blocks and blocks[-1][-1][0] == y - 1):
                blocks.append([])
            blocks[-1].append((y, left, right))
        if not blocks:
            return None
        block = max(blocks, key=len)
        left, right = min(b[1] for b in block), max(b[2] for b in block)
        return Box(left, block[0][0], right - left, len(block))

    def _runs(self, colour: Colour, run: int) -> Iterator[tuple[int, int, int]]:
        wanted = bytes(colour) * run
        stride = 3 * self.width
        for y in range(self.height):
            row = self.rgb[y * stride : (y + 1) * stride]
            first, last = row.find(wanted), row.rfind(wanted)
            if first >= 0:
                yield y, first // 3, last // 3 + run

    def save(self, path: Path) -> None:
        """Write a PNG."""
        stride = 3 * self.width
        rows = b"".join(
            b"\0" + self.rgb[y * stride : (y + 1) * stride] for y in range(self.height)
        )
        head = struct.pack(">IIBBBBB", self.width, self.height, 8, 2, 0, 0, 0)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(
            b"\x89PNG\r\n\x1a\n"
            + _chunk(b"IHDR", head)
            + _chunk(b"IDAT", zlib.compress(rows, 6))
            + _chunk(b"IEND", b"")
        )


def _chunk(kind: bytes, content: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(kind + content))
    return struct.pack(">I", len(content)) + kind + content + check
