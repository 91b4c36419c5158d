"""From Qt's application to its end: the icon first, the rest behind it."""

import gc
import logging
import os
import sys
from collections.abc import MutableMapping
from pathlib import Path
from typing import TYPE_CHECKING

from psoas_break.desktop.import_sources import forget_sources
from psoas_break.desktop.preflight import NO_DISPLAY, NoDisplay, create_application
from psoas_break.quick import Options
from psoas_break.storage.resources import find_resources
from psoas_break.ui.tray_panel import panel_of
from psoas_break.words import gettext as _
from psoas_break.words import language

if TYPE_CHECKING:  # imported behind the icon, or only once Qt is known to load
    from PySide6.QtWidgets import QApplication

    from psoas_break.ui.first_icon import FirstIcon

_log = logging.getLogger(__name__)

BROKEN = 1
"""Exit code of an app that cannot be built."""

PAINTED_WITHIN_MS = 50
"""After which the icon is on the screen: Qt paints it, or hands it to the panel, when
its events have their turn, and while the rest is built they have none."""


def run(options: Options, socket: Path) -> int:
    """Be the app until it ends; returns an exit code."""
    try:
        app, first = icon_first(os.environ)
    except NoDisplay as error:
        sys.stderr.write(f"{error}\n")
        return NO_DISPLAY
    from PySide6.QtCore import QTimer  # noqa: PLC0415  only now known to load

    def build() -> None:
        _start(app, first, options, socket)

    QTimer.singleShot(PAINTED_WITHIN_MS, app, build)
    return app.exec()


def icon_first(
    environ: MutableMapping[str, str],
) -> "tuple[QApplication, FirstIcon]":
    """Make Qt's application and show the icon; whatever it does not need comes later.

    Args:
        environ: the environment, as for `create_application`.

    Raises:
        NoDisplay: there is nowhere to show it.
    """
    app = create_application(["psoas-break"], environ)
    forget_sources()
    # A machine may lack a library that Qt needs: not imported before we know.
    from psoas_break.ui.first_icon import show_first_icon  # noqa: PLC0415

    app.setApplicationName("psoas-break")
    app.setDesktopFileName(environ.get("FLATPAK_ID", "psoas-break"))
    app.setQuitOnLastWindowClosed(False)
    panel = panel_of(environ.get("XDG_CURRENT_DESKTOP", ""))
    return app, show_first_icon(find_resources() / "tray", panel, app)


def _start(
    app: "QApplication", first: "FirstIcon", options: Options, socket: Path
) -> None:
    """Build the app; one that is half built would only stand in the way."""
    try:
        _build(app, first, options, socket)
    except Exception:  # noqa: BLE001  whatever it was, it is told
        _log.exception("Psoas Break cannot start")
        app.exit(BROKEN)


def _build(
    app: "QApplication", first: "FirstIcon", options: Options, socket: Path
) -> None:
    from psoas_break.assembly import RunningApp  # noqa: PLC0415
    from psoas_break.desktop.buses import Buses  # noqa: PLC0415
    from psoas_break.desktop.log import (  # noqa: PLC0415
        catch_the_unexpected,
        open_log,
    )
    from psoas_break.desktop.qt_words import speak  # noqa: PLC0415
    from psoas_break.desktop.quit_signals import QuitSignals  # noqa: PLC0415
    from psoas_break.storage.places import Places  # noqa: PLC0415
    from psoas_break.timekeeping import timekeeping  # noqa: PLC0415
    from psoas_break.ui.tray import Tray  # noqa: PLC0415

    profile = options.profile_dir
    places = Places.inside(profile) if profile else Places.of_user()
    buses = Buses(environ=os.environ, parent=app)
    log_problem = open_log(places.log_file.parent, verbose=options.verbose)
    speak(app, language())
    running = RunningApp(
        app=app,
        tray=Tray(first=first, parent=app),
        options=options,
        places=places,
        time=timekeeping(options.speed, profile, buses),
        buses=buses,
        socket=socket,
    )
    running.notices.tell(log_problem or "")
    catch_the_unexpected(lambda what: running.notices.tell(_unexpected(what)))
    QuitSignals(quit_app=running.quit, parent=app)
    app.aboutToQuit.connect(running.close)
    running.start()
    gc.collect()
    gc.freeze()
    gc.enable()  # switched off by `__main__` for the time of the start


def _unexpected(what: str) -> str:
    return _("Something went wrong; the log tells more: {what}").format(what=what)
