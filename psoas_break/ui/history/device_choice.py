"""Which device's history is shown."""

from collections.abc import Sequence

from psoas_break.domain.sums import PastDevice
from psoas_break.ui.history.choice import Entry
from psoas_break.words import gettext as _

_SHORT = 6
"""Characters of an id that tell devices apart."""


def device_entries(devices: Sequence[PastDevice]) -> list[Entry]:
    """All devices together, and each of them."""
    return [
        Entry(_("All devices"), None),
        *(Entry(_name(one), one.id) for one in devices),
    ]


def _name(device: PastDevice) -> str:
    if device.is_here:
        return _("This device")
    return device.name or _("Device {id}").format(id=device.id[:_SHORT])
