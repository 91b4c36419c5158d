"""Programs the user does not want to be spoken to in."""

from collections.abc import Callable, Iterable

from psoas_break.desktop.quiet.processes import is_called, own_processes
from psoas_break.desktop.quiet.seen import SeenQuiet, sign
from psoas_break.domain.quiet import Reason

Apps = Callable[[], Iterable[str]]
"""The user's list as it stands now: names of programs, in any case."""


def listed_apps(apps: Apps) -> SeenQuiet:
    """Return the sense for the processes of Linux."""
    return listed_among(apps, _is_running)


def listed_among(apps: Apps, is_running: Callable[[frozenset[str]], bool]) -> SeenQuiet:
    """Return the sense for a system that can say whether one of some names runs."""
    return SeenQuiet(
        name="listed programs",
        finds=sign(Reason.LISTED_APP),
        look=lambda: _any_runs(apps, is_running),
    )


def _any_runs(apps: Apps, is_running: Callable[[frozenset[str]], bool]) -> bool:
    names = frozenset(app.strip().lower().removesuffix(".exe") for app in apps())
    names -= {""}
    return bool(names) and is_running(names)


def _is_running(names: frozenset[str]) -> bool:
    return any(is_called(process, names) for process in own_processes())
