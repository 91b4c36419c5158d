"""The editor of working hours: days with several ranges each, also over midnight."""

from itertools import chain

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from psoas_break.domain.hours import Range, WorkingHours
from psoas_break.ui.buttons import Button, Kind
from psoas_break.ui.label import Label, Tone
from psoas_break.ui.settings.day_row import DayRow
from psoas_break.ui.settings.fields import unbroken
from psoas_break.ui.settings.week import (
    DAYS,
    Ranges,
    free_range,
    joined,
    of_day,
    overlaps,
    summary,
)
from psoas_break.ui.theme import Text, Theme
from psoas_break.words import gettext as _


class HoursEditor(QWidget):
    """Shows a week, and emits it whenever what stands in the fields makes sense.

    Hours that overlap are not applied: the reason stands below them, and *Join*
    makes them one.
    """

    edited = Signal(object)
    """The user's new `WorkingHours`."""

    def __init__(self, *, theme: Theme) -> None:
        super().__init__()
        self._hours = WorkingHours()
        self._summary = Label("", theme=theme, style=Text.LABEL, wrap=True)
        self._overlap = QWidget()
        self._problem = Label(
            _("Hours that overlap are not applied."),
            theme=theme,
            style=Text.SECONDARY,
            tone=Tone.WARM,
            wrap=True,
        )
        self.join = Button(_("Join them"), theme=theme, kind=Kind.OUTLINE, hit=36)
        self.join.clicked.connect(self._join)
        self.days = [DayRow(day, theme=theme) for day in range(DAYS)]
        for day in self.days:
            day.edited.connect(self._changed)
            day.asked_for_more.connect(self._add)
            day.asked_to_copy.connect(self._copy)
        self._lay_out()
        self._judge()

    @property
    def ranges(self) -> Ranges:
        """What stands in the fields, whether it makes sense or not."""
        return tuple(chain.from_iterable(day.ranges for day in self.days))

    @property
    def summary(self) -> str:
        """The week in words, as shown above the days."""
        return self._summary.text()

    def show_value(self, hours: WorkingHours) -> None:
        """Show hours from outside; what is being edited stays if they are the same."""
        if sorted(hours.ranges) != sorted(self._hours.ranges) or not self.ranges:
            for day in self.days:
                day.show_ranges(of_day(hours.ranges, day.weekday))
        self._hours = hours
        self._judge()

    def set_enabled(self, enabled: bool) -> None:  # noqa: FBT001 a Qt-like setter
        """Let the hours be edited, or show them pale because they do not count."""
        for day in self.days:
            day.setEnabled(enabled)

    def _changed(self) -> None:
        if self._judge():
            self._emit()

    def _emit(self) -> None:
        ranges = tuple(sorted(self.ranges))
        hours = WorkingHours(enabled=self._hours.enabled, ranges=ranges)
        if hours != self._hours:
            self._hours = hours
            self.edited.emit(hours)

    def _judge(self) -> bool:
        """Show what is wrong, if anything; the summary is that of the applied hours."""
        reasons = overlaps(self.ranges)
        rows = chain.from_iterable(day.rows for day in self.days)
        for index, row in enumerate(rows):
            row.refuse(reasons.get(index, ""))
        self._overlap.setVisible(bool(reasons))
        if not reasons:
            parts = summary(self.ranges).split(" · ")
            self._summary.setText(" · ".join(unbroken(part) for part in parts))
        for day in self.days:
            free = free_range(self.ranges, day.weekday)
            day.add.setEnabled(free is not None)
        return not reasons

    def _add(self, weekday: int) -> None:
        new = free_range(self.ranges, weekday)
        if new is None:
            return
        row = self.days[weekday].append(new)
        row.start.setFocus(Qt.FocusReason.OtherFocusReason)
        self._changed()

    def _copy(self, weekday: int, days: tuple[int, ...]) -> None:
        hours = self.days[weekday].ranges
        for day in days:
            copies = [Range(day, one.start, one.end) for one in hours]
            self.days[day].show_ranges(copies)
        self._changed()

    def _join(self) -> None:
        together = joined(self.ranges)
        for day in self.days:
            day.show_ranges(of_day(together, day.weekday))
        self._changed()
        self.days[0].add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self._summary.setContentsMargins(12, 4, 12, 6)
        line = QHBoxLayout(self._overlap)
        line.setContentsMargins(12, 0, 12, 4)
        line.addWidget(self._problem, stretch=1)
        line.addWidget(self.join)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._summary)
        whole.addWidget(self._overlap)
        for day in self.days:
            whole.addWidget(day)
