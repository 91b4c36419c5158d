"""What a user notices of left and right: notes for himself, not test results.

The questions are asked on the end screen, and may be ignored (content.md section 5).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from psoas_break.domain.moment import day_of, name_of
from psoas_break.words import gettext as _

HIP_CHECK = "check-modified-thomas"
BALANCE_CHECK = "check-single-leg-balance"


class Question(StrEnum):
    """What is asked about the two sides."""

    TIGHTER = "tighter"
    LOWER = "lower"
    STEADIER = "steadier"


class Noticing(StrEnum):
    """What was noticed."""

    LEFT = "left"
    SAME = "same"
    RIGHT = "right"


@dataclass(frozen=True, slots=True, kw_only=True)
class Noticed:
    """The answer to a question about the two sides, after a break."""

    session: datetime
    at: datetime
    question: Question
    noticing: Noticing

    @property
    def key(self) -> str:
        """Which event this is."""
        return f"noticed {name_of(self.session)} {self.question} {name_of(self.at)}"

    @property
    def day(self) -> date:
        """The local day it belongs to: the one its session began on."""
        return day_of(self.session)


def check_question(exercises: Iterable[str]) -> Question | None:
    """Return what a self-check among these exercises asks, if there is one."""
    asks = {HIP_CHECK: Question.LOWER, BALANCE_CHECK: Question.STEADIER}
    return next((asks[name] for name in exercises if name in asks), None)


def question_words(question: Question) -> str:
    """Return a question as it is asked."""
    return {
        Question.TIGHTER: _("Which side felt tighter?"),
        Question.LOWER: _("Which thigh came to rest lower?"),
        Question.STEADIER: _("Which leg stood steadier?"),
    }[question]


def noticing_words(noticing: Noticing) -> str:
    """Return an answer as it stands on its button."""
    return {
        Noticing.LEFT: _("Left"),
        Noticing.SAME: _("Same"),
        Noticing.RIGHT: _("Right"),
    }[noticing]
