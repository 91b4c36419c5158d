"""Starts at login on the free desktops: a small file in `autostart`.

Source: Desktop Application Autostart Specification 0.5, Desktop Entry Specification
1.5 ("The Exec key"). No X-GNOME-Autostart-Phase: systemd's generator skips entries
that have one.
"""

from collections.abc import Sequence
from pathlib import Path

FILE_NAME = "psoas-break.desktop"

_ENTRY = """\
[Desktop Entry]
Type=Application
Name=Psoas Break
Comment=Knows how long you have been sitting, and asks you to stand
Icon=psoas-break
Exec={command}
TryExec={program}
Terminal=false
X-GNOME-Autostart-enabled=true
"""

_MUST_BE_QUOTED = set(" \t\n\"'\\><~|&;$*?#()`")


class XdgAutostart:
    """Writes, reads and removes the autostart entry."""

    def __init__(self, folder: Path, command: Sequence[str]) -> None:
        """Name the folder and what is to be started.

        Args:
            folder: the session's autostart folder; made when it is needed.
            command: absolute path and arguments.
        """
        self._file = folder / FILE_NAME
        self._command = tuple(command)

    def is_on(self) -> bool:
        """Return whether a session would start the app.

        A desktop's own settings switch an entry off by a key inside it.
        """
        try:
            lines = self._file.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            return False
        keys = dict(line.split("=", 1) for line in lines if "=" in line)
        hidden = keys.get("Hidden", "false").strip() == "true"
        enabled = keys.get("X-GNOME-Autostart-enabled", "true").strip() == "true"
        return enabled and not hidden

    def set(self, *, on: bool) -> bool:
        """Write the entry, or remove it; done when this returns.

        Raises:
            OSError: when the folder cannot be written.
        """
        if not on:
            self._file.unlink(missing_ok=True)
            return True
        entry = _ENTRY.format(
            command=" ".join(_quoted(word) for word in self._command),
            program=_escaped(self._command[0]),
        )
        self._file.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._file.with_name(f"{FILE_NAME}.new")
        fresh.write_text(entry, encoding="utf-8")
        fresh.replace(self._file)
        return True


def _quoted(word: str) -> str:
    """Return a word as the Exec key wants it.

    >>> _quoted('/opt/my app/100%')
    '"/opt/my app/100%%"'
    """
    word = word.replace("%", "%%")
    if word and not _MUST_BE_QUOTED & set(word):
        return word
    for special in '\\"`$':
        word = word.replace(special, f"\\{special}")
    return _escaped(f'"{word}"')


def _escaped(value: str) -> str:
    """Return a text as any value of a desktop entry is written."""
    return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")
