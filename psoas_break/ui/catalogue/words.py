"""How lengths, doses and what to spare are said in the catalogue: plain Python."""

from datetime import timedelta
from typing import assert_never

from psoas_break.domain.dose import Breaths, Count, Repetitions, Span, Timed, Tip
from psoas_break.domain.exercise import Exercise, Sides
from psoas_break.domain.routine import Item, amount_of
from psoas_break.domain.settings import BodyLimit
from psoas_break.words import gettext as _
from psoas_break.words import ngettext

_MINUTE = timedelta(minutes=1)
_SECOND = timedelta(seconds=1)


def length_words(span: timedelta) -> str:
    """About how long something takes.

    >>> length_words(timedelta(seconds=130)), length_words(timedelta(seconds=40))
    ('2 min', '40 s')
    """
    if span < _MINUTE:
        seconds = 5 * round(span.total_seconds() / 5)
        return _("{seconds} s").format(seconds=seconds)
    return _("{minutes} min").format(minutes=round(span / _MINUTE))


def item_words(item: Item, exercise: Exercise) -> str:
    """What a routine has of an exercise: its name and how much."""
    amount = amount_of(item, exercise.dose)
    if isinstance(amount, timedelta):
        much = length_words(amount) if amount else ""
    elif isinstance(exercise.dose, Breaths):
        much = breaths_words(amount)
    elif isinstance(exercise.dose, Tip):
        much = ""
    else:
        much = _times(amount)
    if much and exercise.sides is Sides.EACH:
        much = _("{amount} a side").format(amount=much)
    return f"{exercise.name}, {much}" if much else exercise.name


def dose_words(exercise: Exercise) -> str:
    """How much of an exercise: usual amount and range, sets and rest.

    A tip has no dose.
    """
    dose = exercise.dose
    if isinstance(dose, Tip):
        return ""
    words = _range(dose)
    if exercise.sides is not Sides.BOTH:
        words = _("{amount} a side").format(amount=words)
    if dose.sets > 1:
        sets = ngettext("{count} set", "{count} sets", dose.sets)
        words = f"{words}, {sets.format(count=dose.sets)}"
    if dose.sets > 1 and dose.rest:
        rest = _("{time} rest between").format(time=_exactly(dose.rest))
        words = f"{words}, {rest}"
    return words


def limit_name(limit: BodyLimit) -> str:
    """What a tick of *What to spare* is about, in a word or two."""
    return {
        BodyLimit.KNEES: _("knees that dislike kneeling"),
        BodyLimit.BALANCE: _("balance"),
        BodyLimit.PREGNANCY: _("pregnancy"),
        BodyLimit.HEART_OR_LUNG: _("heart, lung or blood pressure"),
        BodyLimit.WRIST_OR_SHOULDER: _("wrist or shoulder"),
        BodyLimit.RECENT_SURGERY: _("recent surgery or hip replacement"),
    }[limit]


def level_words(level: int) -> str:
    """How hard a level (1 to 5) is."""
    return {
        1: _("easy"),
        2: _("fairly easy"),
        3: _("medium"),
        4: _("advanced"),
        5: _("very advanced"),
    }.get(level, str(level))


def sentence(words: str) -> str:
    """Begin words with a capital.

    >>> sentence("a wall, a step")
    'A wall, a step'
    """
    return words[:1].upper() + words[1:]


def _range(dose: Timed | Repetitions | Breaths) -> str:
    match dose.amount:
        case Span(least, usual, most):
            ends = _exactly(least), _exactly(usual), _exactly(most)
        case Count(least, usual, most) if isinstance(dose, Breaths):
            ends = str(least), breaths_words(usual), str(most)
        case Count(least, usual, most):
            ends = str(least), _times(usual), str(most)
        case _:
            assert_never(dose.amount)
    if ends[0] == ends[2] or dose.amount.least == dose.amount.most:
        return ends[1]
    return _("{usual} ({least} to {most})").format(
        usual=ends[1], least=ends[0], most=ends[2]
    )


def _exactly(span: timedelta) -> str:
    """A length to the second, in minutes where it is whole ones."""
    if span >= _MINUTE and span % _MINUTE == timedelta():
        return _("{minutes} min").format(minutes=span // _MINUTE)
    return _("{seconds} s").format(seconds=span // _SECOND)


def breaths_words(count: int) -> str:
    """So many breaths."""
    return ngettext("{count} breath", "{count} breaths", count).format(count=count)


def _times(count: int) -> str:
    return ngettext("{count} time", "{count} times", count).format(count=count)
