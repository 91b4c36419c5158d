"""An offer in words, the same on every surface."""

from datetime import timedelta

from psoas_break.domain.situation import Offer
from psoas_break.words import gettext as _
from psoas_break.words import ngettext

_MINUTE = timedelta(minutes=1)


def sat_text(offer: Offer) -> str:
    """Return how long the user has been sitting."""
    minutes = max(1, round(offer.sat / _MINUTE))
    words = ngettext("{count} min sitting", "{count} min sitting", minutes)
    return words.format(count=minutes)


def snoozed_text(offer: Offer) -> str:
    """Return how often it was snoozed, or "" if it was not."""
    if offer.snooze_limit == 0:
        return _("snoozing is off")
    used = offer.snoozes_used
    if used == 0:
        return ""
    if offer.snooze_limit is None:
        return ngettext("snoozed once", "snoozed {used} times", used).format(used=used)
    return _("snoozed {used} of {limit}").format(used=used, limit=offer.snooze_limit)


def refusal_text(offer: Offer) -> str:
    """Return why it cannot be snoozed, or "" if it can."""
    if offer.may_snooze:
        return ""
    if offer.snooze_limit == 0:
        return _("Snoozing is off in the settings")
    return _("Snoozed {used} of {limit}: the limit in the settings").format(
        used=offer.snoozes_used, limit=offer.snooze_limit
    )
