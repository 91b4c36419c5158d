"""Ten years of history: their size, the window on them, each total, one more break."""

import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from psoas_break.domain.history import (
    Held,
    Record,
    SessionEnded,
    SessionOutcome,
    SessionStarted,
    Side,
)
from psoas_break.storage.journal import SqliteJournal
from psoas_break.storage.journal_totals import JournalTotals
from psoas_break.ui.history_window import HistoryWindow
from psoas_break.ui.theme import LIGHT
from tests.bench.report import Figure
from tests.bench.ten_years import DAYS, LAST, write

OPENS_WITHIN_MS = 100
NOW = datetime(LAST.year, LAST.month, LAST.day, 17, tzinfo=UTC)
HALF_A_MINUTE = timedelta(seconds=30)
FORTNIGHT, HALF_A_YEAR, YEAR = 14, 182, 365


def figures(*, rounds: int) -> list[Figure]:
    """Write the years, then measure them. There must be a QApplication."""
    with tempfile.TemporaryDirectory(prefix="psoas-history-") as name:
        folder = Path(name)
        began = time.perf_counter()
        write(folder).close()
        wrote = time.perf_counter() - began
        journal = SqliteJournal(
            path=folder / "journal.db", device_file=folder / "device-id"
        )
        size = (folder / "journal.db").stat().st_size
        found = [
            Figure("ten years, MB", (size / 1e6,)),
            Figure("ten years, written in s", (wrote,)),
            Figure("ten years, checked at start, ms", _checked(journal)),
            *_totals(JournalTotals(journal=journal), rounds),
            Figure(
                "ten years, one break appended, ms",
                tuple(_appended(journal, n) for n in range(rounds)),
            ),
            Figure(
                "ten years, history window, ms",
                tuple(_opened(journal) for _ in range(rounds)),
                budget=OPENS_WITHIN_MS,
            ),
        ]
        journal.close()
        return found


def _checked(journal: SqliteJournal) -> tuple[float, ...]:
    """Measure the first reading, which looks through the whole file once."""
    return (_took_ms(lambda: journal.totals(LAST)),)


def _totals(totals: JournalTotals, rounds: int) -> list[Figure]:
    def days(count: int) -> Callable[[], object]:
        return lambda: totals.days(LAST - timedelta(days=count - 1), LAST)

    def exercises(count: int) -> Callable[[], object]:
        return lambda: totals.exercises(LAST - timedelta(days=count - 1), LAST)

    asked: dict[str, Callable[[], object]] = {
        "first day": totals.first_day,
        "devices": totals.devices,
        "one day": lambda: totals.day(LAST),
        "days of a fortnight": days(FORTNIGHT),
        "days of half a year": days(HALF_A_YEAR),
        "days of a year": days(YEAR),
        "days of ten years": days(DAYS),
        "exercises of a year": exercises(YEAR),
        "exercises of ten years": exercises(DAYS),
    }
    return [
        Figure(f"{name}, ms", tuple(_took_ms(ask) for _ in range(max(3, rounds // 5))))
        for name, ask in asked.items()
    ]


def _appended(journal: SqliteJournal, number: int) -> float:
    start = NOW + timedelta(minutes=5 * number)
    held = [
        Held(
            session=start,
            index=index,
            exercise="standing-hip-flexor-stretch",
            side=side,
            held=HALF_A_MINUTE,
            at=start + (index + 1) * HALF_A_MINUTE,
        )
        for index, side in enumerate((Side.LEFT, Side.RIGHT))
    ]
    end = SessionEnded(
        session=start, ended=held[-1].at, outcome=SessionOutcome.FINISHED
    )
    records: list[Record] = [SessionStarted(session=start, routine="R2"), *held, end]
    return _took_ms(lambda: journal.record(records))


def _opened(journal: SqliteJournal) -> float:
    """Measure from nothing to the first picture, without loading Qt."""

    def opening() -> HistoryWindow:
        window = HistoryWindow(
            totals=JournalTotals(journal=journal), names={}, theme=LIGHT, now=NOW
        )
        window.show_now(NOW)
        window.show()
        QCoreApplication.sendPostedEvents()
        window.grab()
        return window

    began = time.perf_counter()
    window = opening()
    took = (time.perf_counter() - began) * 1e3
    window.close()
    return took


def _took_ms(does: Callable[[], object]) -> float:
    began = time.perf_counter()
    does()
    return (time.perf_counter() - began) * 1e3


def main() -> None:
    """Measure this alone: `python -m tests.bench.history`, off screen."""
    from tests.bench.report import table  # noqa: PLC0415

    app = QApplication(["bench", "-platform", "offscreen"])
    print(table(figures(rounds=20)))
    app.quit()


if __name__ == "__main__":
    main()
