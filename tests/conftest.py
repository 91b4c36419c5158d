"""What every test stands on: no screen, no user's files, no language but English."""

import os
import re
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import settings

# Read by Qt and gettext when they are first used, so set before any of them is.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["LC_ALL"] = "C.UTF-8"
os.environ.pop("LANGUAGE", None)

# A slow machine is no failure, so no example has a time limit.
settings.register_profile("project", deadline=None, print_blob=True)
settings.load_profile("project")

HAS_BUS = find_spec("jeepney") is not None
ON_A_BUS = re.compile(
    r"^from (jeepney"
    r"|psoas_break\.desktop\.(dbus|quiet\.dbus|quiet\.screen_share|\w+\.portal)"
    r"|tests\.desktop\.dbusmock|tests\.system\.services) import",
    re.MULTILINE,
)
"""What a test imports that speaks D-Bus, which Windows and macOS have not."""


def pytest_report_header() -> list[str]:
    return [] if HAS_BUS else ["no jeepney: tests on a message bus are left out"]


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    if HAS_BUS or collection_path.suffix != ".py":
        return None
    return bool(ON_A_BUS.search(collection_path.read_text("utf-8"))) or None


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
