"""What helps to find a problem: versions, the desktop, and which senses work.

It holds no history and nothing that was typed; paths may name the user.
"""

import os
import platform
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6 import __version__ as pyside_version

from psoas_break import __version__
from psoas_break.desktop.build_kind import kind_of_build
from psoas_break.gaps import Gap
from psoas_break.sensing import Found, Sense
from psoas_break.storage.places import Places
from psoas_break.words import gettext as _

DESKTOP = (
    "XDG_CURRENT_DESKTOP",
    "XDG_SESSION_TYPE",
    "WAYLAND_DISPLAY",
    "DISPLAY",
    "QT_QPA_PLATFORM",
)
_WIDEST_NAME = 34


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnosis:
    """All of it, for a bug report.

    Attributes:
        window_system: what Qt draws with, or why it cannot draw.
        tray: whether there is a tray now; None where nobody can tell.
        senses: how idle time is told, and who knows what else.
        ways: how the app reaches the user.
        places: where files live, by a name in words.
        problems: what goes wrong, one line each.
        app: what the running app says of itself; empty when none runs.
    """

    window_system: str
    tray: bool | None
    senses: Found
    ways: Sequence[Sense]
    places: Mapping[str, Path]
    problems: Iterable[str] = ()
    app: str = ""
    desktop: Mapping[str, str] = field(
        default_factory=lambda: {
            name: os.environ[name] for name in DESKTOP if os.environ.get(name)
        }
    )

    def text(self) -> str:
        """Return it as lines to read."""
        lines = [
            f"Psoas Break {__version__} ({kind_of_build()})",
            f"Python {platform.python_version()}, PySide6 {pyside_version}",
            f"{platform.system()} {platform.release()}",
            *(f"{name}: {value}" for name, value in self.desktop.items()),
            _("Windows: {by}").format(by=self.window_system),
            _("Tray: {there}").format(there=_there(self.tray)),
        ]
        if self.app:
            lines.append(_("The running app: {line}").format(line=self.app))
        idle = [self.senses.idle, *self.senses.other_idle]
        lines += _told(_("Idle time"), idle)
        lines += _told(_("Who knows that you have left"), self.senses.presence)
        lines += _told(_("Who knows when to wait"), self.senses.quiet)
        lines += _told(_("How it reaches you"), self.ways)
        lines += _to_do(self.gaps())
        lines += ["", _("Files")]
        lines += [f"  {name}: {path}" for name, path in self.places.items()]
        problems = list(self.problems)
        if problems:
            lines += ["", _("Problems"), *(f"  {problem}" for problem in problems)]
        return "\n".join(lines)

    def gaps(self) -> list[Gap]:
        """Return what is missing, each with the one thing to do about it."""
        idle = self.senses.idle.remedy
        return [
            *([Gap(_("Idle time"), idle)] if idle else []),
            *self.senses.gaps,
            *(Gap(one.name, one.remedy) for one in self.ways if one.remedy),
        ]

    def values(self) -> dict[str, Any]:
        """Return it as values JSON knows; docs/interface.md has the keys."""
        return {
            "version": 1,
            "psoas_break": __version__,
            "build": kind_of_build(),
            "python": platform.python_version(),
            "pyside6": pyside_version,
            "system": f"{platform.system()} {platform.release()}",
            "desktop": dict(self.desktop),
            "windows": self.window_system,
            "tray": self.tray,
            "app": self.app or None,
            "idle": _values(self.senses.idle),
            "idle_others": [_values(one) for one in self.senses.other_idle],
            "presence": [_values(one) for one in self.senses.presence],
            "quiet": [_values(one) for one in self.senses.quiet],
            "ways": [_values(one) for one in self.ways],
            "gaps": [gap._asdict() for gap in self.gaps()],
            "files": {name: str(path) for name, path in self.places.items()},
            "problems": list(self.problems),
        }


def files_of(places: Places) -> dict[str, Path]:
    """Return the files a user may look for, each by a name in words."""
    return {
        _("Settings"): places.settings_file,
        _("History"): places.journal_file,
        _("Own exercises"): places.own_exercises,
        _("Log"): places.log_file,
    }


def _there(tray: bool | None) -> str:  # noqa: FBT001  one of three answers
    if tray is None:
        return _("unknown")
    return _("yes") if tray else _("no")


def _told(heading: str, senses: Sequence[Sense]) -> list[str]:
    width = min(_WIDEST_NAME, max((len(one.name) for one in senses), default=0))
    lines = []
    for one in senses:
        now = f"{one.now} · " if one.now else ""
        lines.append(f"  {one.name:<{width}}  {now}{one.why}")
    return ["", heading, *lines]


def _to_do(gaps: Iterable[Gap]) -> list[str]:
    """Return the gaps as lines, those together that one thing would close."""
    named: dict[str, list[str]] = {}
    for gap in gaps:
        named.setdefault(gap.remedy, []).append(gap.name)
    lines = [
        line
        for remedy, names in named.items()
        for line in (f"  {' · '.join(names)}", f"    → {remedy}")
    ]
    heading = _("What cannot be told or done here, and what to do")
    return ["", heading, *lines] if lines else []


def _values(sense: Sense) -> dict[str, str | None]:
    return {
        "name": sense.name,
        "why": sense.why,
        "now": sense.now or None,
        "remedy": sense.remedy or None,
    }
