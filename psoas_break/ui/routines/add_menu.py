"""The menu of exercises that can be added to a routine, by what they are for."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from psoas_break.domain.dose import Tip
from psoas_break.domain.exercise import Exercise, Kind, kind_name
from psoas_break.domain.routine import Catalogue
from psoas_break.ui.mnemonics import literal
from psoas_break.words import gettext as _


class AddMenu(QMenu):
    """One submenu for each kind of exercise; tips and self-checks are none.

    Signals:
        chosen (str): an exercise's id.
    """

    chosen = Signal(str)

    def __init__(self, catalogue: Catalogue, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._menus: dict[Kind, QMenu] = {}
        exercises = sorted(catalogue.exercises.values(), key=_by_level)
        for kind in Kind:
            fitting = [e for e in exercises if e.kind is kind and _is_startable(e)]
            if not fitting or kind is Kind.CHECK:
                continue
            menu = self._menus[kind] = self.addMenu(_kind_words(kind))
            for exercise in fitting:
                action = menu.addAction(literal(exercise.name))
                action.triggered.connect(
                    lambda _on=False, name=exercise.id: self.chosen.emit(name)
                )


def _is_startable(exercise: Exercise) -> bool:
    return not isinstance(exercise.dose, Tip)


def _by_level(exercise: Exercise) -> tuple[int, str]:
    return exercise.level, exercise.name


def _kind_words(kind: Kind) -> str:
    return _("Standing up, sitting anew") if kind is Kind.HABIT else kind_name(kind)
