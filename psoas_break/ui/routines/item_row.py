"""One exercise of a routine: take it, see it, dose it, leave it out."""

from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from psoas_break.domain.dose import Breaths, Tip
from psoas_break.domain.exercise import Exercise, Sides, place_name
from psoas_break.domain.routine import Item, amount_of
from psoas_break.ui.buttons import Button, Kind
from psoas_break.ui.card import Card
from psoas_break.ui.glyphs import Glyph
from psoas_break.ui.label import Label, Tone
from psoas_break.ui.routines.grip import Grip
from psoas_break.ui.settings.fields import NumberField
from psoas_break.ui.theme import Text, Theme
from psoas_break.words import gettext as _
from psoas_break.words import ngettext

_SECONDS_STEP = 5


class ItemRow(Card):
    """Grip, name, dose and a button to take the exercise out.

    Signals:
        stepped (int): by one row up or down.
        dragged (int): wanted at this height on the screen.
        dosed (object): another amount, a time or a number.
        refused (str): why a typed amount was put back.
        removed: take it out.
    """

    stepped = Signal(int)
    dragged = Signal(int)
    dosed = Signal(object)
    refused = Signal(str)
    removed = Signal()

    def __init__(self, item: Item, exercise: Exercise, *, theme: Theme) -> None:
        super().__init__(theme=theme)
        self.exercise = exercise
        self._is_time = False
        move = _("Move {exercise} up or down").format(exercise=exercise.name)
        self.grip = Grip(move, theme=theme)
        name = Label(exercise.name, theme=theme, style=Text.LABEL, wrap=True)
        detail = Label(
            _detail(exercise),
            theme=theme,
            style=Text.MICRO,
            tone=Tone.MUTED,
            wrap=True,
        )
        self.dose = self._dose_field(theme)
        self.show_item(item)
        self.remove = Button("", theme=theme, kind=Kind.QUIET, glyph=Glyph.CLOSE)
        out = _("Take out {exercise}").format(exercise=exercise.name)
        self.remove.setAccessibleName(out)
        self.remove.setToolTip(out)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(name)
        words.addWidget(detail)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.grip)
        row.addLayout(words, 1)
        row.addWidget(self.dose, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.setContentsMargins(4, 6, 4, 6)
        self.body.addLayout(row)
        self.grip.stepped.connect(self.stepped)
        self.grip.dragged.connect(self.dragged)
        self.dose.edited.connect(self._dosed)
        self.dose.refused.connect(self.refused)
        self.remove.clicked.connect(self.removed)

    def show_item(self, item: Item) -> None:
        """Show the amount."""
        amount = amount_of(item, self.exercise.dose)
        if isinstance(amount, timedelta):
            self.dose.show_value(amount // timedelta(seconds=1))
        else:
            self.dose.show_value(amount)

    def _dose_field(self, theme: Theme) -> NumberField:
        dose = self.exercise.dose
        if isinstance(dose, Tip):  # no editor offers one
            return NumberField(low=0, high=0, unit="", theme=theme)
        least, most = dose.amount.least, dose.amount.most
        if isinstance(least, timedelta) and isinstance(most, timedelta):
            self._is_time = True
            second = timedelta(seconds=1)
            field = NumberField(
                low=least // second, high=most // second, unit=_("s"), theme=theme
            )
            field.setSingleStep(_SECONDS_STEP)
        else:
            unit = _("breaths") if isinstance(dose, Breaths) else _("times")
            field = NumberField(
                low=int(least),  # type: ignore[arg-type]  # a count, not a time
                high=int(most),  # type: ignore[arg-type]  # a count, not a time
                unit=unit,
                theme=theme,
            )
        each = _("{exercise}, a side") if _is_sided(self.exercise) else "{exercise}"
        field.setAccessibleName(each.format(exercise=self.exercise.name))
        return field

    def _dosed(self, number: int) -> None:
        self.dosed.emit(timedelta(seconds=number) if self._is_time else number)


def _is_sided(exercise: Exercise) -> bool:
    return exercise.sides is not Sides.BOTH


def _detail(exercise: Exercise) -> str:
    parts = [place_name(place) for place in exercise.places[:1]]
    if _is_sided(exercise):
        parts.append(_("each side"))
    if not isinstance(exercise.dose, Tip) and exercise.dose.sets > 1:
        sets = ngettext("{count} set", "{count} sets", exercise.dose.sets)
        parts.append(sets.format(count=exercise.dose.sets))
    return " · ".join(parts)
