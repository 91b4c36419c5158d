"""Values as PulseAudio writes them: a letter for the kind, then the value.

Source: PulseAudio, src/pulsecore/tagstruct.h; pipewire-pulse speaks the same.
"""

import struct
from collections.abc import Mapping

_WORD = struct.Struct(">I")
_LONG = struct.Struct(">Q")

Value = int | bool | str | bytes | dict[str, str] | None


def word(value: int) -> bytes:
    """Write a number of 32 bits."""
    return b"L" + _WORD.pack(value)


def text(value: str | None) -> bytes:
    """Write a string, or the lack of one."""
    return b"N" if value is None else b"t" + value.encode() + b"\0"


def blob(value: bytes) -> bytes:
    """Write bytes."""
    return b"x" + _WORD.pack(len(value)) + value


def properties(values: Mapping[str, str]) -> bytes:
    """Write a property list."""
    written = [b"P"]
    for key, value in values.items():
        data = value.encode() + b"\0"
        written += [text(key), word(len(data)), blob(data)]
    return b"".join(written) + b"N"


def read(data: bytes) -> list[Value]:
    """Read all values.

    Raises:
        ValueError: when the bytes are none.
    """
    reader = _Reader(data)
    try:
        return list(reader.all())
    except (IndexError, struct.error, UnicodeDecodeError) as error:
        message = f"not as PulseAudio writes: {error}"
        raise ValueError(message) from error


class _Reader:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def all(self) -> list[Value]:
        values = []
        while self._at < len(self._data):
            values.append(self._value())
        return values

    def _value(self) -> Value:
        kind = self._take(1)
        match kind:
            case b"L" | b"V":
                return self._word()
            case b"R" | b"r" | b"U" | b"T":
                return int(_LONG.unpack(self._take(8))[0])
            case b"t":
                return self._text()
            case b"N":
                return None
            case b"1" | b"0":
                return kind == b"1"
            case b"B":
                return self._take(1)[0]
            case b"a":
                return self._take(6)
            case b"x":
                return self._take(self._word())
            case b"m":
                return self._take(self._take(1)[0])
            case b"v":
                return self._take(4 * self._take(1)[0])
            case b"P":
                return self._properties()
            case _:
                message = f"a value of the kind {kind!r}"
                raise ValueError(message)

    def _properties(self) -> dict[str, str]:
        found: dict[str, str] = {}
        while (key := self._value()) is not None:
            self._value()  # the length, which the bytes say again
            value = self._value()
            if isinstance(key, str) and isinstance(value, bytes):
                found[key] = value.rstrip(b"\0").decode(errors="replace")
        return found

    def _word(self) -> int:
        return int(_WORD.unpack(self._take(4))[0])

    def _text(self) -> str:
        end = self._data.index(b"\0", self._at)
        value = self._data[self._at : end].decode(errors="replace")
        self._at = end + 1
        return value

    def _take(self, size: int) -> bytes:
        if self._at + size > len(self._data):
            message = "it ends too soon"
            raise IndexError(message)
        taken = self._data[self._at : self._at + size]
        self._at += size
        return taken
