"""Start and idle: the app and the floor in turn, so that both meet the same noise."""

import sys
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path

from tests.bench.launch import Idle, Program, Start, idle_once, start_once
from tests.bench.report import Figure

A_LONG_SEARCH = "[reminders]\nearliest_min = 5\nlatest_min = 240\n"
UNTIL_THE_SEARCH = timedelta(minutes=5, seconds=30)


def floor() -> Program:
    """Return the smallest tray program."""
    return Program("floor", lambda _: (sys.executable, "-m", "tests.bench.floor"))


def app() -> Program:
    """Return the app with its defaults."""
    return Program("app", _app_command)


def _app_command(folder: Path) -> Sequence[str]:
    profile = str(folder / "profile")
    # As at login: the welcome of a first start is no part of what waits in the tray.
    started = ("--profile-dir", profile, "--autostarted")
    return (sys.executable, "-m", "psoas_break", *started)


def figures(
    folder: Path, *, starts: int, rounds: int, settle: timedelta, window: timedelta
) -> list[Figure]:
    """Measure both programs, round by round, and return what came out.

    Args:
        folder: Where the programs keep what they keep.
        starts: How often each is only started.
        rounds: How often each is also watched.
        settle: Between the icon and the watching.
        window: How long each is watched.
    """
    pair = (floor(), app())
    homes = {program.name: folder / program.name for program in pair}
    for program in pair:
        homes[program.name].mkdir(parents=True)
        start_once(program, homes[program.name])  # fills the caches; not counted
    began: dict[str, list[Start]] = {program.name: [] for program in pair}
    idled: dict[str, list[Idle]] = {program.name: [] for program in pair}
    for _ in range(starts):
        for program in pair:
            began[program.name].append(start_once(program, homes[program.name]))
    for number in range(rounds):
        for program in pair:
            print(f"watching the {program.name}, round {number + 1} of {rounds}")
            home = homes[program.name]
            start, idle = idle_once(program, home, settle=settle, window=window)
            began[program.name].append(start)
            idled[program.name].append(idle)
    return [*_start_figures(began), *_idle_figures(idled)]


def lull_figures(folder: Path) -> list[Figure]:
    """Watch the app while it looks for a lull that never comes."""
    home = folder / "lull"
    (home / "profile").mkdir(parents=True)
    (home / "profile" / "settings.toml").write_text(A_LONG_SEARCH, "utf-8")
    print("watching the app search a lull")
    _, idle = idle_once(
        app(),
        home,
        settle=UNTIL_THE_SEARCH,
        window=timedelta(minutes=2),
        key_every=timedelta(seconds=5),
    )
    return [
        Figure("wake-ups a minute, lull", (idle.wakeups,), budget=8),
        Figure("CPU ms a minute, lull", (idle.cpu_ms,)),
    ]


def _start_figures(began: dict[str, list[Start]]) -> list[Figure]:
    def both(
        read: Callable[[Start], float],
    ) -> tuple[tuple[float, ...], tuple[float, ...]]:
        return tuple(map(read, began["app"])), tuple(map(read, began["floor"]))

    icon = both(lambda start: start.icon_s * 1e3)
    seen = both(lambda start: start.seen_s * 1e3)
    cpu = both(lambda start: start.cpu_s * 1e3)
    return [
        Figure("start to icon, ms", *icon, budget=1.35, aim=1.0),
        Figure("start to an icon to see, ms", *seen, budget=1.35, aim=1.0),
        Figure("CPU to the icon, ms", *cpu, budget=1.35, aim=1.0),
    ]


def _idle_figures(idled: dict[str, list[Idle]]) -> list[Figure]:
    def of(name: str, read: Callable[[Idle], float | None]) -> tuple[float, ...]:
        found = (read(idle) for idle in idled[name])
        return tuple(value for value in found if value is not None)

    def both(
        read: Callable[[Idle], float | None],
    ) -> tuple[tuple[float, ...], tuple[float, ...]]:
        return of("app", read), of("floor", read)

    pss = both(lambda i: i.memory.pss)
    # With others on the same Qt it says less of us the more of them there are: what is
    # shared nearly vanishes on both sides, and what is left is what is not.
    crowded = any(idle.shares_qt for each in idled.values() for idle in each)
    memory = [
        Figure("PSS beside others on this Qt, kB", *pss)
        if crowded
        else Figure("PSS, kB", *pss, budget=1.5, aim=1.35),
        Figure("anonymous, kB", *both(lambda i: i.memory.anonymous)),
    ]
    alone = both(lambda i: i.memory.alone)
    if all(alone):  # only root may see it
        memory.insert(0, Figure("pages alone, kB", *alone, budget=1.5, aim=1.35))
    return [
        *memory,
        Figure("wake-ups a minute", of("app", lambda i: i.wakeups), budget=2, aim=0.5),
        Figure("CPU ms a minute", of("app", lambda i: i.cpu_ms), budget=2, aim=0.5),
        Figure(
            "X server wake-ups more than floor",
            tuple(
                mine.server_wakeups - bare.server_wakeups
                for mine, bare in zip(idled["app"], idled["floor"], strict=True)
            ),
            budget=2,
            aim=0.5,
        ),
        Figure("threads", of("app", lambda i: i.threads), budget=4, aim=3),
        Figure("processes", of("app", lambda i: i.processes), budget=1, aim=1),
    ]
