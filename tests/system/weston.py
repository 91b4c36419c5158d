"""A Wayland compositor that draws to no screen: Weston."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import IO

from tests.system.desktop import Desktop, private_desktop
from tests.system.process import end
from tests.system.waiting import until

SESSION = {"WAYLAND_DISPLAY": "wayland-test", "XDG_SESSION_TYPE": "wayland"}
"""What a program finds in its environment there."""


@contextmanager
def weston(
    desktop: Desktop, *options: str, log: IO[bytes] | None = None
) -> Iterator[None]:
    """Run the compositor for as long as the block lasts."""
    process = desktop.start(
        *("weston", "--backend=headless-backend.so"),
        f"--socket={SESSION['WAYLAND_DISPLAY']}",
        *options,
        log=log,
    )
    try:
        yield
    finally:
        end(process)


@contextmanager
def wayland_alone() -> Iterator[Desktop]:
    """Run a session that has a Wayland compositor and nothing of X."""
    with private_desktop(tray=False, notifications=False) as desktop, weston(desktop):
        folder = Path(desktop.environment["XDG_RUNTIME_DIR"])
        until((folder / SESSION["WAYLAND_DISPLAY"]).exists, "the compositor")
        environment = desktop.environment | SESSION
        del environment["DISPLAY"]
        yield replace(desktop, environment=environment)
