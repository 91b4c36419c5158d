"""What every test stands on: no screen, no user's files, no language but English."""

import os
import re
import sqlite3
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from psoas_break import words
from psoas_break.storage.resources import find_resources

# Read by Qt and gettext when they are first used, so set before any of them is.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["LC_ALL"] = "C.UTF-8"
os.environ.pop("LANGUAGE", None)

# A slow machine is no failure, so no example has a time limit.
settings.register_profile("project", deadline=None, print_blob=True)
settings.load_profile("project")


class NoBus:
    """Skips what speaks D-Bus where that is not installed: on Windows and macOS."""

    def find_spec(self, name: str, *_path_and_target: object) -> None:
        if name == "jeepney":
            pytest.skip("needs jeepney", allow_module_level=True)


if find_spec("jeepney") is None:
    sys.meta_path.append(NoBus())


UNSTEADY = re.compile(r"set\(\{[^}]+, | at 0x")
"""A set of several, or an address: another text in every process."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Refuse names of tests on which two processes would not agree."""
    unsteady = [item.nodeid for item in items if UNSTEADY.search(item.nodeid)]
    if unsteady:
        message = f"name these by `ids`: {', '.join(unsteady)}"
        raise pytest.UsageError(message)


@pytest.fixture(autouse=True)
def nobody_s_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep every test out of the user's own files and buses."""
    home = tmp_path / "home"
    home.mkdir()
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(home))
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    return home


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    """Speak what was spoken before, whatever a test has spoken."""
    before = words._Speaker.translations
    yield
    words._Speaker.translations = before


@pytest.fixture
def german() -> None:
    """Speak German."""
    words.speak(find_resources() / "translations", ["de"])


@pytest.fixture(autouse=True)
def every_database_is_closed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Close what a test leaves open, as the end of a process would."""
    opened: list[sqlite3.Connection] = []
    connect = sqlite3.connect

    def keep(*where: Any, **how: Any) -> sqlite3.Connection:
        opened.append(connect(*where, **how | {"check_same_thread": False}))
        return opened[-1]

    monkeypatch.setattr(sqlite3, "connect", keep)
    yield
    for connection in opened:
        connection.close()
