"""Reads one table of a TOML file, key by key, and says exactly what is wrong."""

from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum
from typing import Any, NoReturn, TypeVar

from psoas_break.words import gettext as _

Choice = TypeVar("Choice", bound=StrEnum)

LONGEST_TEXT = 500
LONGEST_LIST = 60
LONGEST_SPAN = timedelta(hours=1)
LONGEST_SHOWN = 60


class BadValue(ValueError):  # noqa: N818 - it is the value that is bad
    """A key whose value cannot be used.

    Attributes:
        key: the key with its path, "dose.least_s".
        reason: what is wrong with it, in words for the user.
    """

    def __init__(self, key: str, reason: str) -> None:
        super().__init__(f"{key}: {reason}")
        self.key = key
        self.reason = reason


class Table:
    """One table. Every key must be read before `done`: others are unknown."""

    def __init__(self, values: Mapping[str, Any], path: str = "") -> None:
        self._values = values
        self._path = path
        self._read: set[str] = set()

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def path(self, key: str) -> str:
        """Return a key with the path of the tables it is in."""
        return f"{self._path}.{key}" if self._path else key

    def bad(self, key: str, reason: str, **filled: object) -> BadValue:
        """Return the error that names a key of this table.

        Args:
            key: the key at fault.
            reason: what is wrong with it, in the user's language.
            filled: what stands in the reason's braces.
        """
        return BadValue(self.path(key), reason.format(**filled) if filled else reason)

    def refuse(self, key: str, reason: str, **filled: object) -> NoReturn:
        """Refuse a key of this table, as `bad` says it.

        Raises:
            BadValue: always.
        """
        raise self.bad(key, reason, **filled)

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text; without a default it must be there and say something.

        Raises:
            BadValue: when it is missing, empty, too long or no text.
        """
        value = self._get(key, default)
        if not isinstance(value, str):
            raise self.bad(
                key, _("expected a text, found {value}"), value=_shown(value)
            )
        if len(value) > LONGEST_TEXT:
            raise self.bad(key, _("longer than {most} characters"), most=LONGEST_TEXT)
        if default is None and not value.strip():
            raise self.bad(key, _("empty"))
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; one that is missing is empty.

        Raises:
            BadValue: when it is no list of texts, or too long.
        """
        value = self._get(key, [])
        if not isinstance(value, list) or len(value) > LONGEST_LIST:
            raise self.bad(
                key, _("expected a list of at most {most} texts"), most=LONGEST_LIST
            )
        named = {f"{key}[{n}]": one for n, one in enumerate(value)}
        inner = Table(named, self._path)
        return tuple(inner.text(name) for name in named)

    def choice(
        self, key: str, kind: type[Choice], default: str | None = None
    ) -> Choice:
        """Return one of a set of words.

        Raises:
            BadValue: when it is missing or another word; it names the words.
        """
        return self._chosen(key, self._get(key, default), kind)

    def choices(self, key: str, kind: type[Choice]) -> tuple[Choice, ...]:
        """Return a list of words of a set; one that is missing is empty.

        Raises:
            BadValue: when there is another word in it.
        """
        value = self._get(key, [])
        if not isinstance(value, list):
            raise self.bad(
                key, _("expected a list, found {value}"), value=_shown(value)
            )
        return tuple(dict.fromkeys(self._chosen(key, one, kind) for one in value))

    def whole(self, key: str, low: int, high: int, default: int | None = None) -> int:
        """Return a whole number between two ends.

        Raises:
            BadValue: when it is missing, no whole number or out of range.
        """
        value = self._get(key, default)
        if isinstance(value, bool) or not isinstance(value, int):
            raise self.bad(
                key, _("expected a whole number, found {value}"), value=_shown(value)
            )
        if not low <= value <= high:
            raise self.bad(
                key,
                _("{value} is not between {low} and {high}"),
                value=_shown(value),
                low=low,
                high=high,
            )
        return value

    def seconds(self, key: str, default: float | None = None) -> timedelta:
        """Return a length of time given in seconds, up to an hour.

        Raises:
            BadValue: when it is missing, no number, negative or over an hour.
        """
        value = self._get(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.bad(
                key, _("expected seconds, found {value}"), value=_shown(value)
            )
        most = LONGEST_SPAN.total_seconds()
        if not 0 <= value <= most:  # nor is what is not a number
            raise self.bad(
                key,
                _("{value} is not between 0 and {most:.0f} s"),
                value=_shown(value),
                most=most,
            )
        return timedelta(seconds=value)

    def number(
        self, key: str, low: float, high: float, default: float | None = None
    ) -> float:
        """Return a number between two ends.

        Raises:
            BadValue: when it is missing, no number or out of range.
        """
        return self._number(key, self._get(key, default), low, high)

    def numbers(
        self, key: str, count: int, low: float, high: float
    ) -> tuple[float, ...]:
        """Return a list of so many numbers, each between two ends.

        Raises:
            BadValue: when it is missing, no such list or a number is out of range.
        """
        value = self._get(key, None)
        if not isinstance(value, list) or len(value) != count:
            raise self.bad(key, _("expected a list of {count} numbers"), count=count)
        return tuple(
            self._number(f"{key}[{n}]", one, low, high) for n, one in enumerate(value)
        )

    def truth(self, key: str) -> bool:
        """Return true or false; one that is missing is false.

        Raises:
            BadValue: when it is something else.
        """
        value = self._get(key, default=False)
        if not isinstance(value, bool):
            raise self.bad(
                key, _("expected true or false, found {value}"), value=_shown(value)
            )
        return value

    def table(self, key: str) -> "Table":
        """Return a table inside this one; one that is missing is empty.

        Raises:
            BadValue: when it is no table.
        """
        value = self._get(key, {})
        if not isinstance(value, dict):
            raise self.bad(key, _("expected a table"))
        return Table(value, self.path(key))

    def tables(self, key: str) -> tuple["Table", ...]:
        """Return a list of tables; one that is missing is empty.

        Raises:
            BadValue: when it is no list of tables, or too long.
        """
        value = self._get(key, [])
        if not isinstance(value, list) or len(value) > LONGEST_LIST:
            raise self.bad(
                key, _("expected a list of at most {most} tables"), most=LONGEST_LIST
            )
        if not all(isinstance(one, dict) for one in value):
            raise self.bad(key, _("expected a list of tables"))
        return tuple(
            Table(one, self.path(f"{key}[{n}]")) for n, one in enumerate(value)
        )

    def names(self) -> tuple[str, ...]:
        """Return the keys there are; they count as read."""
        self._read |= self._values.keys()
        return tuple(self._values)

    def value(self, key: str) -> Any:
        """Return a value as it stands, unchecked; None when there is none."""
        self._read.add(key)
        return self._values.get(key)

    def skip(self, *keys: str) -> None:
        """Allow keys that are of no concern here."""
        self._read |= set(keys)

    def done(self) -> None:
        """Refuse whatever was not asked for.

        Raises:
            BadValue: naming the first unknown key.
        """
        for key in self._values:
            if key not in self._read:
                raise self.bad(key, _("unknown key"))

    def _get(self, key: str, default: Any) -> Any:
        self._read.add(key)
        value = self._values.get(key, default)
        if value is None:
            raise self.bad(key, _("missing"))
        return value

    def _number(self, key: str, value: Any, low: float, high: float) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.bad(
                key, _("expected a number, found {value}"), value=_shown(value)
            )
        if not low <= value <= high:  # nor is what is not a number
            raise self.bad(
                key,
                _("{value} is not between {low:g} and {high:g}"),
                value=_shown(value),
                low=low,
                high=high,
            )
        return float(value)

    def _chosen(self, key: str, value: Any, kind: type[Choice]) -> Choice:
        words = [word.value for word in kind]
        if value not in words:
            raise self.bad(
                key,
                _("{value} is none of {words}"),
                value=_shown(value),
                words=", ".join(words),
            )
        return kind(value)


def _shown(value: object) -> str:
    """Return a value as a problem names it, shortened if it is long."""
    try:
        text = repr(value)
    except ValueError:  # Python writes no number of so many digits
        return "a number of more digits than anybody needs"
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
