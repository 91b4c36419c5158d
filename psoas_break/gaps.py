"""What nobody on this desktop can tell us, and the one thing to do about each.

Several parts of a desktop may know the same, and one that answers is enough: a gap is
what none of them knows.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from psoas_break.app.ports import PresenceSource, QuietSource, Signs
from psoas_break.desktop.choice import Choice
from psoas_break.desktop.presence.null import NullPresence
from psoas_break.desktop.quiet.null import NullQuiet
from psoas_break.domain.absence import Certain
from psoas_break.domain.quiet import Reason
from psoas_break.domain.silence import name_of_reason
from psoas_break.words import gettext as _

TOLD_BY_THE_USER = frozenset({Reason.MEETING})


class Gap(NamedTuple):
    """What cannot be known or done here, and the one thing to do about it."""

    name: str
    remedy: str


def quiet_gaps(
    chosen: Sequence[Choice[QuietSource]], said: Mapping[str, Signs | None]
) -> list[Gap]:
    """Return the signs that nobody here can see.

    Args:
        chosen: every source, also those that are missing.
        said: what each has answered, by its name; one that is not in it was not asked.
    """
    signs = {
        name_of_reason(reason): Signs(frozenset({reason}))
        for reason in Reason
        if reason not in TOLD_BY_THE_USER
    }
    signs[_("Videos and calls that keep the screen on")] = Signs(inhibited=True)
    return [
        Gap(name, _missing_remedy(chosen, sign) or _remedy(sign))
        for name, sign in signs.items()
        if not _may_be_seen(chosen, said, sign)
    ]


def presence_gaps(
    chosen: Sequence[Choice[PresenceSource]],
    said: Mapping[str, frozenset[Certain] | None],
) -> list[Gap]:
    """Return the one sure sign that matters, if nobody tells of it: the lock.

    Sleep is noticed by the clocks, and a dark screen brings no input.
    """
    there = [one for one in chosen if not isinstance(one.mechanism, NullPresence)]
    answers = [said.get(one.mechanism.name, frozenset()) for one in there]
    if any(answer is not None for answer in answers):
        return []
    remedies = [one.remedy for one in chosen if one.remedy]
    default = _(
        "Lock the screen by the desktop's own locker, or run systemd-logind or elogind."
    )
    return [Gap(_("A locked screen"), next(iter(remedies), default))]


def _may_be_seen(
    chosen: Sequence[Choice[QuietSource]],
    said: Mapping[str, Signs | None],
    sign: Signs,
) -> bool:
    """Whether any source has answered that could see a sign, or may yet."""
    names = [one.mechanism.name for one in chosen if one.mechanism.finds & sign]
    return any(said.get(name, sign) is not None for name in names)


def _missing_remedy(chosen: Sequence[Choice[QuietSource]], sign: Signs) -> str:
    """Return what would bring a source that is missing; empty if that is not known."""
    remedies = [
        one.remedy
        for one in chosen
        if isinstance(one.mechanism, NullQuiet) and one.mechanism.lacks & sign
    ]
    return next(filter(None, remedies), "")


def _remedy(sign: Signs) -> str:
    """Return what would make one of the sources answer that are there."""
    if sign.inhibited:
        return _inhibitors()
    (reason,) = sign.reasons
    match reason:
        case Reason.DO_NOT_DISTURB:
            remedy = _(
                "Use a notification server that tells of it: that of GNOME, KDE, Xfce "
                "or MATE, or dunst, mako or swaync."
            )
        case Reason.MICROPHONE:
            remedy = _("Start PipeWire with pipewire-pulse, or PulseAudio.")
        case Reason.SCREEN_SHARE:
            remedy = _("Start PipeWire.")
        case Reason.PRESENTATION:
            remedy = _inhibitors()
        case _:
            remedy = _("Choose “In a meeting” in the menu while it lasts.")
    return remedy


def _inhibitors() -> str:
    return _(
        "Use a desktop that lists what keeps the screen on: GNOME, KDE, Xfce or MATE, "
        "or run systemd-logind or elogind."
    )
