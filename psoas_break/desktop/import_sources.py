"""Keeps the source texts of imported modules out of memory.

WORKAROUND: PySide6 reads the source of each module imported after it, to see whether
it asks for a `__feature__`, and the standard library's linecache keeps them all: 10 MB
while the app starts, in the gaps of which its own objects come to lie.
"""

import linecache
import sys
from importlib.machinery import ModuleSpec


def forget_sources() -> None:
    """From now on let go of what was read for the last import before each new one."""
    sys.meta_path.insert(0, _Forgetting())


class _Forgetting:
    """Asked first for every module that is not loaded yet; it never knows one."""

    def find_spec(self, *_asked: object) -> ModuleSpec | None:
        linecache.clearcache()
        return None
