"""Whether the app starts at login: switched, and what stood in the way kept to read."""

import logging
import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from psoas_break.desktop.buses import Buses
from psoas_break.words import gettext as _

if TYPE_CHECKING:  # imported when it is switched, which is seldom
    from psoas_break.app.ports import Anchors, Autostart
    from psoas_break.app.preferences import Preferences
    from psoas_break.desktop.choice import Choice
    from psoas_break.domain.settings import Settings

_log = logging.getLogger(__name__)

ANCHOR = "at-login"
OFF = {"on": False}


class AtLogin:
    """Switches it by whatever means this system and this kind of install have.

    Args:
        buses: the desktop's message buses; a sandbox has to ask.
        settled: called when it has been switched, or `problem` says why not.
        was_on: what a desktop that nobody can ask was told last.
    """

    def __init__(
        self, *, buses: Buses, settled: Callable[[], None], was_on: bool = False
    ) -> None:
        self.problem = ""
        self._buses = buses
        self._settled = settled
        self._was_on = was_on
        self._choice: Choice[Autostart] | None = None

    @property
    def choice(self) -> "Choice[Autostart]":
        """How programs are started at login here, and why so."""
        if self._choice is None:
            from psoas_break.desktop.autostart import (  # noqa: PLC0415
                choose_autostart,
                launch_command,
            )

            self._choice = choose_autostart(
                os.environ,
                launch_command(os.environ),
                session=self._buses.session,
                was_on=self._was_on,
                settled=self._on_settled,
            )
        return self._choice

    def follow(self, preferences: "Preferences", anchors: "Anchors") -> None:
        """Do as the setting says, whenever it says something else than last time.

        So an organisation's default, or settings brought from another machine, come
        into force at the first start. What was done once is not done again: whoever
        took the entry away by the desktop's own tool meant it.

        Args:
            preferences: what the user and his organisation chose.
            anchors: keep what was done last.
        """

        def heed(wanted: "Settings") -> None:
            on = wanted.startup.at_login
            if (anchors.load(ANCHOR) or OFF) != {"on": on}:
                anchors.save(ANCHOR, {"on": on})
                self.set(on=on)

        preferences.on_change(lambda _was, wanted: heed(wanted))
        heed(preferences.settings)

    def set(self, *, on: bool) -> None:
        """Start at login from now on, or no longer."""
        try:
            if self.choice.mechanism.set(on=on):
                self._on_settled("")
        except OSError as error:
            self._on_settled(str(error))

    def _on_settled(self, reason: str) -> None:
        self.problem = ""
        if reason:
            told = _("Starting at login cannot be changed: {reason}")
            self.problem = told.format(reason=reason)
            _log.warning("%s", self.problem)
        self._settled()
