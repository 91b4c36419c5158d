"""Pictures of the history window: nothing, a day, a year, ten years, two devices."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from zoneinfo import ZoneInfo

from psoas_break.domain.history import Side
from psoas_break.domain.noticing import Noticed, Noticing, Question
from psoas_break.storage.journal import SqliteJournal
from psoas_break.storage.journal_totals import JournalTotals
from psoas_break.ui.history_window import HistoryWindow
from psoas_break.ui.theme import Theme
from tests.bench.ten_years import DAYS, LAST, usual, write
from tests.shots import Shot

NAMES = {
    "R2": "Two-minute hips and breath",
    "R3": "March and open",
    "R4": "Kneel and lengthen",
    "R8": "Breathing five",
    "stand-up-and-move": "Stand up and move",
    "standing-hip-flexor-stretch": "Standing hip-flexor stretch",
    "half-kneeling-hip-flexor-stretch": "Half-kneeling hip-flexor stretch",
    "standing-march": "Standing march",
    "breath-seated": "Belly breathing, seated",
}
NOW = datetime.combine(LAST, time(16, 40), tzinfo=ZoneInfo("UTC"))
SITTING = datetime.combine(LAST, time(16, 2), tzinfo=ZoneInfo("UTC"))
SIZES = ((640, 760), (420, 640))
ALL = ((640, 1500), (420, 1640))


def shots() -> Iterator[Shot]:
    """How it opens, the whole of it, and the rare forms."""
    yield Shot("history", past(days=DAYS), sizes=SIZES)
    yield Shot("history-whole-ten-years", past(days=DAYS), sizes=(*ALL, (1100, 1500)))
    yield Shot("history-whole-year", past(days=365), sizes=ALL[:1])
    yield Shot("history-whole-day", past(days=1), sizes=ALL)
    yield Shot("history-empty", past(days=0), sizes=SIZES)
    yield Shot("history-large-font", past(days=365), sizes=ALL[:1], font_scale=1.25)
    yield Shot("history-earlier", earlier, sizes=SIZES[:1])
    yield Shot("history-tables", tables, sizes=ALL[:1])
    yield Shot("history-two-devices", two_devices, sizes=SIZES)


def past(*, days: int) -> Callable[[Theme], HistoryWindow]:
    """Return a maker of a window after so many days."""

    def make(theme: Theme) -> HistoryWindow:
        return opened(_journal(days), theme)

    return make


def opened(journal: SqliteJournal, theme: Theme) -> HistoryWindow:
    """A window on a history, as it opens."""
    window = HistoryWindow(
        totals=JournalTotals(journal=journal), names=NAMES, theme=theme, now=NOW
    )
    begun = SITTING if journal.history(LAST, LAST).sessions else None
    window.show_now(NOW, sat_since=begun, lead=Side.RIGHT)
    return window


def earlier(theme: Theme) -> HistoryWindow:
    """A window on a day some years ago."""
    window = opened(_journal(DAYS), theme)
    window.resize(640, 760)
    window.calendar.map.choose_day(date(2021, 3, 10))
    window.day.everything.setChecked(True)
    return window


def tables(theme: Theme) -> HistoryWindow:
    """Every chart as its table."""
    window = opened(_journal(365), theme)
    for card in (
        window.calendar,
        window.balance,
        window.weeks,
        window.day,
        window.exercises,
    ):
        card.as_table.setChecked(True)
    return window


def two_devices(theme: Theme) -> HistoryWindow:
    """A history that two devices share."""
    folder = Path(mkdtemp())
    write(folder, device="device-there", days=40, breaks=usual).close()
    here = write(folder, days=40, breaks=usual)
    starts = [one.started for one in here.history().sessions[::9]]
    here.record([_noticed(start, number) for number, start in enumerate(starts)])
    return opened(here, theme)


def _noticed(start: datetime, number: int) -> Noticed:
    """An answer to which side felt tighter, now this and now that."""
    noticing = (Noticing.LEFT, Noticing.SAME, Noticing.LEFT, Noticing.RIGHT)[number % 4]
    return Noticed(
        session=start, at=start, question=Question.TIGHTER, noticing=noticing
    )


@cache
def _journal(days: int) -> SqliteJournal:
    return write(Path(mkdtemp()), days=days, breaks=usual)
