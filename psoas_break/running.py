"""From Qt's application to its end."""

import os
import sys
from argparse import Namespace
from pathlib import Path

from psoas_break.desktop.preflight import NO_DISPLAY, NoDisplay, create_application
from psoas_break.storage.places import Places
from psoas_break.words import gettext as _

USAGE = 2
"""Exit code of a speed that makes no sense."""


def run(args: Namespace, socket: Path) -> int:
    """Be the app until it ends; returns an exit code."""
    places = Places.inside(args.profile_dir) if args.profile_dir else Places.of_user()
    # Imported before Qt, for PySide6 makes later imports slower.
    import psoas_break.app.desk  # noqa: PLC0415
    import psoas_break.storage.journal  # noqa: F401, PLC0415

    try:
        app = create_application(["psoas-break"], os.environ)
    except NoDisplay as error:
        sys.stderr.write(f"{error}\n")
        return NO_DISPLAY
    from psoas_break.assembly import RunningApp  # noqa: PLC0415
    from psoas_break.desktop.log import (  # noqa: PLC0415
        catch_the_unexpected,
        open_log,
    )
    from psoas_break.desktop.quit_signals import QuitSignals  # noqa: PLC0415
    from psoas_break.timekeeping import timekeeping  # noqa: PLC0415

    app.setApplicationName("psoas-break")
    app.setApplicationDisplayName(_("Psoas Break"))
    app.setDesktopFileName("psoas-break")
    app.setQuitOnLastWindowClosed(False)
    try:
        time = timekeeping(args.speed, args.profile_dir)
    except ValueError as error:
        sys.stderr.write(f"{error}\n")
        return USAGE
    running = RunningApp(app=app, args=args, places=places, time=time, socket=socket)
    log_problem = open_log(places.log_file.parent, verbose=args.verbose)
    running.notices.tell(log_problem or "")
    catch_the_unexpected(running.notices.tell)
    signals = QuitSignals(quit_app=running.quit, parent=app)
    app.aboutToQuit.connect(running.close)
    code = app.exec()
    signals.close()
    return code
