"""Your routines: put together, dosed and ordered; kept as they change."""

from datetime import timedelta

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from psoas_break.app.commands import Favour, Start
from psoas_break.domain import own_routine
from psoas_break.domain.capping import capped
from psoas_break.domain.plan import length_of
from psoas_break.domain.routine import Routine
from psoas_break.domain.segments import Manner
from psoas_break.ui.buttons import Button, Kind
from psoas_break.ui.closing import close_on_keys
from psoas_break.ui.end_summary import time_words
from psoas_break.ui.field_look import field_palette
from psoas_break.ui.glyphs import Glyph
from psoas_break.ui.label import Label, Tone
from psoas_break.ui.placement import fitting
from psoas_break.ui.routines.add_menu import AddMenu
from psoas_break.ui.routines.content import Content
from psoas_break.ui.routines.item_list import ItemList
from psoas_break.ui.routines.routine_list import RoutineList
from psoas_break.ui.routines.workshop import Workshop
from psoas_break.ui.strip import Strip
from psoas_break.ui.theme import MARGIN, Text, Theme
from psoas_break.ui.themed import apply_theme
from psoas_break.words import gettext as _

SIZE = QSize(760, 620)
_LEAST = QSize(380, 560)
_WIDE = 660
"""From this width on the list stands beside the routine."""


class RoutineEditor(QWidget):
    """Own routines on the left, the chosen one on the right.

    Args:
        workshop: What it starts from, and whom it tells.
        theme: Colours and fonts.

    Signals:
        asked: A `Start` or a `Favour`.
    """

    asked = Signal(object)

    def __init__(self, workshop: Workshop, *, theme: Theme) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Your routines"))
        self._shop = workshop
        self._theme = theme
        self._routines = list(workshop.routines)
        self._at = 0 if self._routines else -1
        self._deleted: tuple[int, Routine] | None = None
        self.list = RoutineList(theme=theme)
        self.name = QLineEdit()
        self.add = Button(_("Add an exercise"), theme=theme)
        self.items = ItemList(
            workshop.catalogue, between=(self.name, self.add), theme=theme
        )
        self._content = Content(self.items, self.add, theme=theme)
        self.menu = AddMenu(workshop.catalogue, parent=self.add)
        self.start = Button(
            _("Start"), theme=theme, kind=Kind.PRIMARY, glyph=Glyph.PLAY, hit=50
        )
        self.favourite = Button("", theme=theme, kind=Kind.QUIET)
        self.length = Label("", theme=theme, style=Text.STRONG, wrap=True)
        self.limit = Label(
            _("Shortened when done: a side is stretched for 2 min at most in a break."),
            theme=theme,
            style=Text.SECONDARY,
            tone=Tone.MUTED,
            wrap=True,
        )
        self.note = Label(
            "", theme=theme, style=Text.SECONDARY, tone=Tone.WARM, wrap=True
        )
        self.undo = Strip(theme=theme, action=_("Undo"))
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self._say("\n".join(workshop.problems))
        self._show()

    @property
    def routine(self) -> Routine | None:
        """The chosen one, if there is any."""
        return self._routines[self._at] if self._at >= 0 else None

    def set_theme(self, theme: Theme) -> None:
        """Use these colours and fonts from now on."""
        self._theme = theme
        apply_theme(self, theme)
        self.name.setFont(theme.font(Text.HEADING))
        self.name.setPalette(field_palette(theme))
        self.name.setMinimumHeight(theme.px(40))
        self.setMinimumSize(fitting(self, _LEAST, theme))
        if not self.isVisible():
            self.resize(fitting(self, SIZE, theme))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With room the list stands beside the routine, else above it."""
        wide = event.size().width() >= self._theme.px(_WIDE)
        way = QBoxLayout.Direction
        self._across.setDirection(way.LeftToRight if wide else way.TopToBottom)
        self.list.set_beside(wide)
        super().resizeEvent(event)

    # What the user does

    def _new(self) -> None:
        self._take_typed()
        made = own_routine.new_routine(_("My routine"), self._taken())
        self._insert(len(self._routines), made)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def _copy(self) -> None:
        self._take_typed()
        if self.routine is not None:
            name = _("{name}, copy").format(name=self.routine.name)
            made = own_routine.copy_of(self.routine, name, self._taken())
            self._insert(self._at + 1, made)

    def _delete(self) -> None:
        self._take_typed()
        gone = self.routine
        if gone is None:
            return
        self._deleted = (self._at, gone)
        del self._routines[self._at]
        self._at = min(self._at, len(self._routines) - 1)
        self._keep()
        self._show()
        self.undo.say(_("“{name}” is deleted").format(name=gone.name))

    def _undelete(self) -> None:
        if self._deleted is not None:
            self._insert(*self._deleted)

    def _choose(self, index: int) -> None:
        self._at = index
        self._show()

    def _rename(self) -> None:
        if self.routine is not None:
            self._change(own_routine.named(self.routine, self.name.text()))

    def _add(self, exercise: str) -> None:
        if self.routine is None:
            self._new()
        if self.routine is not None:
            added = self._shop.catalogue.exercises[exercise]
            self._change(own_routine.with_exercise(self.routine, added))
            self.items.focus_row(len(self.routine.items) - 1)

    def _move(self, index: int, to: int) -> None:
        if self.routine is not None:
            self._change(own_routine.moved(self.routine, index, to))

    def _dose(self, index: int, amount: timedelta | int) -> None:
        if self.routine is not None:
            self._change(
                own_routine.dosed(self.routine, index, amount, self._shop.catalogue)
            )

    def _remove(self, index: int) -> None:
        if self.routine is not None:
            self._change(own_routine.without(self.routine, index))
            self.items.focus_row(index)

    def _take_typed(self) -> None:
        """Take what is still being typed: a shortcut leaves the focus in its field."""
        self._rename()
        for row in self.items.rows:
            row.dose.interpretText()

    def _begin(self) -> None:
        if self.routine is not None:
            self.asked.emit(Start(self.routine.id))

    def _favour(self) -> None:
        if self.routine is not None:
            on = not self._shop.is_favourite(self.routine.id)
            self.asked.emit(Favour(self.routine.id, on))
            self._show_favourite()

    # What follows

    def _insert(self, index: int, routine: Routine) -> None:
        self._routines.insert(index, routine)
        self._at = index
        self._keep()
        self._show()

    def _change(self, routine: Routine) -> None:
        if routine == self.routine:
            return
        self._routines[self._at] = routine
        self._keep()
        self._show(keep_undo=True)

    def _keep(self) -> None:
        self._say(self._shop.keep(self._routines))

    def _say(self, line: str) -> None:
        self.note.setText(line)
        self.note.setVisible(bool(line))

    def _taken(self) -> set[str]:
        own = {one.id for one in self._routines}
        return own | set(self._shop.catalogue.routines)

    def _show(self, *, keep_undo: bool = False) -> None:
        routine = self.routine
        self.list.show_routines(self._routines, self._at)
        shown = routine or Routine(id="", name="", items=())
        if self.name.text() != shown.name:
            self.name.setText(shown.name)
        self._content.show_routine(shown)
        for part in (self.name, self.start):
            part.setVisible(routine is not None)
        self.start.setEnabled(bool(shown.items))
        self._show_length(shown)
        self._show_favourite()
        if not keep_undo:
            self.undo.say("")

    def _show_favourite(self) -> None:
        routine = self.routine
        is_one = routine is not None and self._shop.is_favourite(routine.id)
        self.favourite.setVisible(routine is not None and bool(routine.items))
        self.favourite.set_glyph(Glyph.STAR if is_one else Glyph.STAR_EMPTY)
        self.favourite.setText(
            _("In the rotation") if is_one else _("Take into the rotation")
        )

    def _show_length(self, routine: Routine) -> None:
        """Say how long it takes, as it will really be done."""
        catalogue = self._shop.catalogue
        fits = capped(routine, catalogue, Manner())
        length = time_words(length_of(fits, catalogue))
        words = _("About {time}").format(time=length) if routine.items else ""
        self.length.setText(words)
        self.limit.setVisible(_plain(fits) != _plain(routine))

    def _connect(self) -> None:
        self.list.new_wanted.connect(self._new)
        self.list.copy_wanted.connect(self._copy)
        self.list.delete_wanted.connect(self._delete)
        self.list.chosen.connect(self._choose)
        self.name.editingFinished.connect(self._rename)
        self.items.moved.connect(self._move)
        self.items.dosed.connect(self._dose)
        self.items.removed.connect(self._remove)
        self.items.refused.connect(self._say)
        self.add.setMenu(self.menu)
        self.menu.chosen.connect(self._add)
        self.start.clicked.connect(self._begin)
        self.favourite.clicked.connect(self._favour)
        if self.undo.button is not None:
            self.undo.button.clicked.connect(self._undelete)
        close_on_keys(self)
        QShortcut(QKeySequence.StandardKey.New, self, self._new)

    def _lay_out(self) -> None:
        self.name.setTextMargins(6, 0, 0, 0)
        self.name.setAccessibleName(_("Name of the routine"))
        self.name.setMaxLength(own_routine.LONGEST_NAME)
        self.name.setPlaceholderText(_("Name of the routine"))
        foot = QHBoxLayout()
        foot.addWidget(self.length, 1)
        foot.addWidget(self.favourite)
        foot.addWidget(self.start)
        column = QVBoxLayout()
        column.setContentsMargins(MARGIN, 14, MARGIN, 12)
        column.setSpacing(10)
        column.addWidget(self.undo)
        column.addWidget(self.name)
        column.addWidget(self._content, 1)
        column.addWidget(self.limit)
        column.addWidget(self.note)
        column.addLayout(foot)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(0)
        self._across.addWidget(self.list)
        self._across.addLayout(column, 1)


def _plain(routine: Routine) -> tuple[object, ...]:
    return tuple((item.exercise, item.amount) for item in routine.items)
