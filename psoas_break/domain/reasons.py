"""Why a break is suggested, in words for the user."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from psoas_break.domain.durations import A_WEEK, ZERO
from psoas_break.domain.exercise import Kind
from psoas_break.domain.history import Side
from psoas_break.domain.progression import AIM
from psoas_break.domain.routine import Catalogue, Routine
from psoas_break.domain.sides import behind
from psoas_break.domain.suiting import Circumstances
from psoas_break.words import gettext as _

_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A routine that may come next.

    Attributes:
        routine: as it stands in the catalogue.
        fit: as it can be done today.
        favourite: whether the user made it one.
    """

    routine: Routine
    fit: Routine
    favourite: bool = False


def is_strong(routine: Routine, catalogue: Catalogue) -> bool:
    """Whether it has strength work that needs recovery."""
    return any(catalogue.exercises[item.exercise].recovery for item in routine.items)


def reason_for(
    chosen: Candidate, catalogue: Catalogue, today: Circumstances, now: datetime
) -> str:
    """Return everything that made it this one, what matters most first."""
    plain, fit = chosen.routine, chosen.fit
    lagging = behind(today.fortnight)
    practised = [today.week.get(side, ZERO) for side in (Side.LEFT, Side.RIGHT)]
    strong = is_strong(fit, catalogue)
    rests = is_strong(plain, catalogue) and not strong
    reasons = [
        _side_behind(*lagging) if lagging else "",
        _no_strength_since(max(today.strength), now)
        if strong and today.strength
        else "",
        _("this is a week of mobility only") if today.form.gentle else "",
        _time_off(today) if today.form.easing else "",
        _("strength work rests today") if rests and not today.form.gentle else "",
        _without_what_hurt(plain, fit, catalogue, today) if not rests else "",
        _("it is one of your favourites") if chosen.favourite else "",
        _("{minutes} of 5 min a side stretched this week").format(
            minutes=min(practised) // _MINUTE
        )
        if _MINUTE <= min(practised) < AIM
        else "",
    ]
    return because([one for one in reasons if one] or [_("it is next in turn")])


def because(reasons: list[str]) -> str:
    """Say why, in one line."""
    return _("Suggested because: {reasons}").format(reasons="; ".join(reasons))


def _side_behind(side: Side, by: timedelta) -> str:
    minutes = max(1, round(by / _MINUTE))
    if side is Side.LEFT:
        return _("left side is {minutes} min behind").format(minutes=minutes)
    return _("right side is {minutes} min behind").format(minutes=minutes)


def _no_strength_since(last: datetime, now: datetime) -> str:
    local = last.astimezone(now.tzinfo)
    if now - local >= A_WEEK:
        return _("no strength work for a week")
    days = (
        _("no strength since Monday"),
        _("no strength since Tuesday"),
        _("no strength since Wednesday"),
        _("no strength since Thursday"),
        _("no strength since Friday"),
        _("no strength since Saturday"),
        _("no strength since Sunday"),
    )
    return days[local.weekday()]


def _time_off(today: Circumstances) -> str:
    if today.form.highest_level == 1:
        return _("you are back after two weeks, so it begins easily")
    return _("you are back after a week, so it is a step easier")


def _without_what_hurt(
    plain: Routine, fit: Routine, catalogue: Catalogue, today: Circumstances
) -> str:
    """Say that something is left out or done otherwise, if it is."""
    done = {item.exercise for item in fit.items}
    gone = [item.exercise for item in plain.items if item.exercise not in done]
    hidden = [name for name in gone if name in today.hidden]
    if hidden:
        return _("without {exercise}").format(exercise=catalogue.names[hidden[0]])
    eased = any(item.easier for item in fit.items)
    strength = {e.id for e in catalogue.exercises.values() if e.kind is Kind.STRENGTH}
    if (set(gone) - strength if today.form.gentle else gone) or eased:
        return _("it is changed to suit you")
    return ""
