"""Starts at login under Windows: a value under the user's own Run key.

Source: "Run and RunOnce Registry Keys", Windows documentation.
"""

import sys
from collections.abc import Sequence

_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"
_VALUE = "PsoasBreak"


class RunKeyAutostart:
    """Writes, reads and removes the value."""

    def __init__(self, command: Sequence[str]) -> None:
        """Name what is to be started: absolute path and arguments."""
        self._command = tuple(command)

    def is_on(self) -> bool:
        """Return whether Windows would start the app."""
        try:
            return bool(_read())
        except OSError:
            return False

    def set(self, *, on: bool) -> bool:
        """Write the value, or remove it; done when this returns.

        Raises:
            OSError: when the registry cannot be written.
        """
        if on:
            _write(" ".join(f'"{word}"' for word in self._command))
        elif self.is_on():
            _remove()
        return True


if sys.platform == "win32":
    import winreg

    def _read() -> str:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _KEY) as key:
            return str(winreg.QueryValueEx(key, _VALUE)[0])

    def _write(command: str) -> None:
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _KEY) as key:
            winreg.SetValueEx(key, _VALUE, 0, winreg.REG_SZ, command)

    def _remove() -> None:
        write = winreg.KEY_SET_VALUE
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _KEY, 0, write) as key:
            winreg.DeleteValue(key, _VALUE)

else:

    def _read() -> str:
        return ""

    def _write(command: str) -> None:
        message = f"there is no registry here for {command}"
        raise OSError(message)

    def _remove() -> None:
        """Nothing to remove."""
