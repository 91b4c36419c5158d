"""The card of the calendar: weeks before and after, and a year to go to."""

from collections.abc import Sequence
from datetime import date

from psoas_break.ui.glyphs import Glyph
from psoas_break.ui.history.chart_card import ChartCard, arrow
from psoas_break.ui.history.choice import Choice, Entry
from psoas_break.ui.history.heat_map import DaysOf, HeatMap
from psoas_break.ui.theme import Theme
from psoas_break.words import gettext as _


class CalendarCard(ChartCard):
    """The heat map with what moves it; nothing of that while all of it is shown."""

    def __init__(self, *, theme: Theme, today: date) -> None:
        self.map = HeatMap(theme=theme, today=today)
        self.earlier = arrow(Glyph.EARLIER, _("Earlier"), theme)
        self.later = arrow(Glyph.LATER, _("Later"), theme)
        self.years = Choice(name=_("Year"), entries=_years(today, today), theme=theme)
        tools = (self.earlier, self.years, self.later)
        super().__init__(self.map, theme=theme, tools=tools)
        self.earlier.clicked.connect(lambda: self.map.move_page(-1))
        self.later.clicked.connect(lambda: self.map.move_page(1))
        self.years.picked.connect(self.map.move_to_year)
        self.map.changed.connect(self._follow)

    def show_days(self, days: DaysOf, *, begin: date, today: date) -> None:
        """Show what days have come to, from the first day of the history on."""
        self.years.show_entries(_years(begin, today))
        self.map.show_days(days, begin=begin, today=today)

    def _follow(self) -> None:
        _first, last = self.map.shown
        self.years.say(str(last.year))
        back, on = self.map.can_go_back, self.map.can_go_on
        self.earlier.setEnabled(back)
        self.later.setEnabled(on)
        for tool in (self.earlier, self.years, self.later):
            tool.setVisible(back or on)


def _years(begin: date, today: date) -> Sequence[Entry]:
    years = range(today.year, begin.year - 1, -1)
    return [Entry(str(year), year) for year in years]
