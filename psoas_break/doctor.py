"""The examination behind `psoas-break doctor`: every sense is asked once.

It is no part of the running app, so that it also says why that does not start.
"""

import json
import os
from argparse import Namespace
from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

from psoas_break import reaching
from psoas_break.app.ports import IdleSignals, Signs
from psoas_break.control_wire import NotRunning, Unanswered, ask, socket_path
from psoas_break.desktop.buses import Buses
from psoas_break.desktop.preflight import NoDisplay, create_application
from psoas_break.diagnosis import Diagnosis, files_of
from psoas_break.domain.absence import Certain
from psoas_break.sensing import Sensing
from psoas_break.storage.places import Places
from psoas_break.storage.settings_store import SettingsFile
from psoas_break.timekeeping import timekeeping
from psoas_break.words import gettext as _

ANSWERS_WITHIN = timedelta(seconds=8)
"""Longer than any sense waits for its answer; who is silent then stays unheard."""

APP_ANSWERS_WITHIN = timedelta(seconds=3)

_MILLISECOND = timedelta(milliseconds=1)

_Answer = TypeVar("_Answer")


def run(args: Namespace) -> int:
    """Examine this desktop and print what was found; returns an exit code."""
    found = examine(args.profile_dir)
    if args.json:
        print(json.dumps(found.values(), ensure_ascii=False, indent=2))  # noqa: T201
    else:
        print(found.text())  # noqa: T201  printing is what it is for
    return 0


def examine(profile: Path | None) -> Diagnosis:
    """Ask everything that can be asked here; takes a moment.

    Args:
        profile: whose app it is; None is the user's own.
    """
    app, drawn_by, tray = _window_system()
    places = Places.inside(profile) if profile else Places.of_user()
    store = SettingsFile(places.settings_file, places.site_settings_file)
    settings, problems = store.load()
    buses = Buses(environ=os.environ, parent=app)
    time = timekeeping(None, None, buses)
    sensing = Sensing(environ=os.environ, buses=buses, apps=lambda: settings.quiet.apps)
    heard = _answers(time.signals, sensing, reaching.questions(buses.session()))
    running, troubles = _running_app(profile)
    found = Diagnosis(
        window_system=drawn_by,
        tray=tray,
        senses=sensing.found(time, heard.quiet, heard.present),
        ways=reaching.ways(buses, settings, tray, said=heard.ways, tried=True),
        places=files_of(places),
        problems=(*problems, *troubles),
        app=running,
    )
    buses.close()
    return found


def _window_system() -> tuple[QCoreApplication, str, bool | None]:
    """Return an application, what it draws with or why not, and whether a tray is."""
    try:
        app = create_application(["psoas-break"], os.environ)
    except NoDisplay as error:
        # The application that found no display is there all the same, or is not.
        there = QCoreApplication.instance()
        return there or QCoreApplication([]), str(error), None
    from PySide6.QtWidgets import QSystemTrayIcon  # noqa: PLC0415  needs a display

    return app, app.platformName(), QSystemTrayIcon.isSystemTrayAvailable()


class _Heard(NamedTuple):
    """What those who were asked have answered; None is nobody there, or in time."""

    quiet: dict[str, Signs | None]
    present: dict[str, frozenset[Certain] | None]
    ways: dict[str, str | None]


def _answers(
    signals: IdleSignals,
    sensing: Sensing,
    questions: Mapping[str, Callable[[reaching.Told], None]],
) -> _Heard:
    """Return what every source that works here says now, and answers to questions.

    Idle time is brought up to date too.
    """
    loop = QEventLoop()
    heard = _Heard({}, {}, {})
    waiting: set[object] = {signals}

    def over(whom: object) -> None:
        waiting.discard(whom)
        if not waiting:
            loop.quit()

    def listens(
        answers: dict[str, _Answer | None], name: str
    ) -> Callable[[_Answer | None], None]:
        whom = object()
        waiting.add(whom)
        answers[name] = None

        def answered(answer: _Answer | None) -> None:
            answers[name] = answer
            over(whom)

        return answered

    def begin() -> None:
        # All are waited for before the first is asked: some answer at once.
        questioned = [partial(signals.refresh, partial(over, signals))]
        for chosen in sensing.quiet:
            quiet = chosen.mechanism
            if quiet.finds:
                questioned.append(partial(quiet.ask, listens(heard.quiet, quiet.name)))
        for found in sensing.presence:
            present = found.mechanism
            answered = listens(heard.present, present.name)
            questioned.append(partial(present.ask, answered))
        for name, question in questions.items():
            questioned.append(partial(question, listens(heard.ways, name)))
        for now in questioned:
            now()

    QTimer.singleShot(0, begin)
    QTimer.singleShot(ANSWERS_WITHIN // _MILLISECOND, loop.quit)
    loop.exec()
    return heard


def _running_app(profile: Path | None) -> tuple[str, list[str]]:
    """Return what the running app says of itself, and its problems."""
    try:
        socket = socket_path(profile, os.environ)
        answer = ask(socket, {"words": ["status"]}, APP_ANSWERS_WITHIN)
    except NotRunning:
        return "", []
    except (Unanswered, OSError) as error:
        return _("does not answer"), [str(error)]
    return str(answer.get("line") or ""), [
        str(line) for line in answer.get("data", {}).get("notices", ())
    ]
