"""For an app that nobody could start at login."""

from psoas_break.words import gettext as _


class NullAutostart:
    """Never starts anything."""

    def is_on(self) -> bool:
        """Return False."""
        return False

    def set(self, *, on: bool) -> bool:
        """Refuse to switch it on.

        Raises:
            OSError: when it is to be switched on.
        """
        if on:
            raise OSError(_("This way of running the app cannot start at login."))
        return True
