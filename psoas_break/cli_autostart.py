"""The word `autostart`: whether the app starts at login, without the running app.

Setting and system change together. An app that runs hears of it from its settings
file; one that does not finds both in step when it starts.
"""

import json
import os
import sys
from argparse import Namespace
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

from psoas_break import quick
from psoas_break.at_login import AtLogin
from psoas_break.desktop.buses import Buses
from psoas_break.domain.settings import Startup
from psoas_break.storage.atomic import StorageError
from psoas_break.storage.places import Places
from psoas_break.storage.settings_store import SettingsFile
from psoas_break.words import gettext as _

VERSION = 1

ANSWERS_WITHIN = timedelta(minutes=2)
"""How long a desktop may take that asks the user first."""

_MILLISECOND = timedelta(milliseconds=1)


def run(args: Namespace) -> int:
    """Switch it or say how it stands; returns an exit code."""
    # Held in a name: a desktop that has to be asked answers through its event loop.
    application = QCoreApplication.instance() or QCoreApplication(["psoas-break"])
    places = Places.inside(args.profile_dir) if args.profile_dir else Places.of_user()
    store = SettingsFile(places.settings_file, places.site_settings_file)
    settings, problems = store.load()
    for problem in problems:
        print(problem, file=sys.stderr)
    loop = QEventLoop()
    buses = Buses(environ=os.environ, parent=application)
    login = AtLogin(buses=buses, settled=loop.quit, was_on=settings.startup.at_login)
    if args.switch != "status":
        chosen = replace(settings, startup=Startup(at_login=args.switch == "on"))
        try:
            _switch(login, loop, on=chosen.startup.at_login)
            store.save(chosen, was=settings)
        except (_Refused, StorageError) as error:
            print(error, file=sys.stderr)
            return quick.REFUSED
        finally:
            buses.close()
        settings = chosen
    tell = _values if args.json else _text
    print(tell(login, setting=settings.startup.at_login))
    return 0


class _Refused(Exception):  # noqa: N818  it is an answer, not a failure
    """The system does not do it; the text is a line for the user."""


def _switch(login: AtLogin, loop: QEventLoop, *, on: bool) -> None:
    """Switch it, and wait until that is settled.

    Raises:
        _Refused: when it is not, or nobody answers.
    """
    login.problem = _("The desktop has not answered.")
    QTimer.singleShot(0, loop, lambda: login.set(on=on))
    QTimer.singleShot(ANSWERS_WITHIN // _MILLISECOND, loop, loop.quit)
    loop.exec()
    if login.problem:
        raise _Refused(login.problem)


def _text(login: AtLogin, *, setting: bool) -> str:
    is_on = login.choice.mechanism.is_on()
    line = (
        _("Psoas Break starts at login: {how}.")
        if is_on
        else _("Psoas Break does not start at login.")
    ).format(how=login.choice.why)
    if is_on == setting:
        return line
    step = _(
        "The setting says otherwise; “autostart on” or “autostart off” brings both "
        "in step."
    )
    return f"{line}\n{step}"


def _values(login: AtLogin, *, setting: bool) -> str:
    found = {
        "version": VERSION,
        "at_login": login.choice.mechanism.is_on(),
        "setting": setting,
        "how": login.choice.why,
    }
    return json.dumps(found, ensure_ascii=False, indent=2)
