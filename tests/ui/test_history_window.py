"""The history window, on real journals."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QKeySequence
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from psoas_break.app.commands import Start
from psoas_break.app.data_jobs import DataJob
from psoas_break.domain.history import DaySpan, SpanKind
from psoas_break.domain.noticing import Noticed, Noticing, Question
from psoas_break.domain.sums import PastDevice
from psoas_break.storage.journal import SqliteJournal
from psoas_break.storage.journal_totals import JournalTotals
from psoas_break.ui.history.device_choice import device_entries
from psoas_break.ui.history.lines import events_of
from psoas_break.ui.history.model import LEFT, HistoryModel
from psoas_break.ui.history_window import HistoryWindow
from psoas_break.ui.theme import DARK, LIGHT
from tests.bench.ten_years import LAST, usual, write
from tests.shots.history import NAMES, NOW, SITTING
from tests.storage.stories import at, stretch
from tests.ui.a_past import a_working_day

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

DAY = timedelta(days=1)


def opened(qtbot: QtBot, journal: SqliteJournal) -> HistoryWindow:
    window = HistoryWindow(
        totals=JournalTotals(journal=journal), names=NAMES, theme=LIGHT, now=NOW
    )
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(window)
    window.show_now(NOW, sat_since=SITTING)
    with qtbot.waitExposed(window):
        window.show()
    return window


def of_days(folder: Path, days: int) -> SqliteJournal:
    journal = write(folder, days=days, breaks=usual)
    journal.close()
    return journal


@pytest.fixture
def empty(tmp_path: Path) -> SqliteJournal:
    return of_days(tmp_path, 0)


def test_the_cards_have_the_week_the_month_and_the_usual_bout(
    qtbot: QtBot, empty: SqliteJournal
) -> None:
    empty.record(stretch(at("09:40", "2026-03-02")))
    empty.record(stretch(at("09:40", "2026-03-01")))
    for start, end in (("08:00", "08:50"), ("09:00", "09:30")):
        bout = at(start, "2026-03-04"), at(end, "2026-03-04")
        empty.record([DaySpan(kind=SpanKind.SITTING, started=bout[0], ended=bout[1])])
    window = opened(qtbot, empty)
    assert window.figures.week.accessibleName() == "1 break this week"
    assert window.figures.month.accessibleName() == "2 min stretching this month"
    assert window.figures.bout.accessibleName() == "40 min average sitting stretch"


def test_before_the_first_break_it_says_so_and_offers_one(
    qtbot: QtBot, empty: SqliteJournal
) -> None:
    window = opened(qtbot, empty)
    assert window.empty.isVisible()
    assert not window.calendar.isVisible()
    with qtbot.waitSignal(window.asked) as asked:
        window.empty.start.click()
    assert asked.args == [Start()]


def test_a_break_that_comes_while_it_is_open_appears(
    qtbot: QtBot, empty: SqliteJournal
) -> None:
    window = opened(qtbot, empty)
    empty.record(stretch(at("09:40", "2026-03-05")))
    window.show_now(NOW)
    assert not window.empty.isVisible()
    assert window.figures.week.accessibleName() == "1 break this week"
    assert "Today: 1 break" in window.calendar.map.spots()[-1].words


def test_a_day_chosen_in_the_calendar_is_shown_below(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window = opened(qtbot, of_days(tmp_path, 20))
    calendar = window.calendar.map
    calendar.setFocus()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Up):
        QTest.keyClick(calendar, key)
    assert calendar.day == LAST - 8 * DAY
    assert window.day.chart.table().rows[0][1] == "8:00"
    spot = calendar.spots()[-1]
    QTest.mouseClick(
        calendar, Qt.MouseButton.LeftButton, pos=spot.box.center().toPoint()
    )
    assert calendar.day == LAST


def test_buttons_lead_to_the_day_before_and_back_to_today(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window = opened(qtbot, of_days(tmp_path, 20))
    assert not window.day.after.isEnabled()
    window.day.before.click()
    assert window.calendar.map.day == LAST - DAY
    window.day.after.click()
    assert window.calendar.map.day == LAST


def test_todays_bout_goes_on_and_yesterdays_does_not(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window = opened(qtbot, of_days(tmp_path, 5))
    assert any("Sitting since 16:02" in one.words for one in window.day.chart.spots())
    window.day.before.click()
    assert not any("since" in one.words for one in window.day.chart.spots())


def test_the_chosen_day_stays_in_view_in_a_narrower_window(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window = opened(qtbot, of_days(tmp_path, 400))
    window.resize(900, 760)
    window.grab()
    calendar = window.calendar.map
    calendar.choose_day(LAST - 300 * DAY)
    window.resize(420, 760)
    window.grab()
    assert calendar.shown[0] <= calendar.day <= calendar.shown[1]


def test_the_calendar_goes_back_through_years(qtbot: QtBot, tmp_path: Path) -> None:
    early = at("09:40", "2019-07-03")
    journal = of_days(tmp_path, 20)
    journal.record(stretch(early))
    window = opened(qtbot, journal)
    calendar = window.calendar
    assert calendar.earlier.isEnabled()
    assert not calendar.later.isEnabled()
    calendar.map.move_to_year(2019)
    assert calendar.later.isEnabled()
    while calendar.earlier.isEnabled():
        calendar.earlier.click()
    assert calendar.map.shown[0] <= date(2019, 7, 3) <= calendar.map.shown[1]
    assert any("Wed 3 Jul 2019: 1 break" in s.words for s in calendar.map.spots())


def test_a_short_history_has_nothing_to_go_back_to(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window = opened(qtbot, of_days(tmp_path, 5))
    assert not window.calendar.earlier.isVisible()
    assert not window.calendar.years.isVisible()


def test_every_chart_has_a_table_and_a_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, of_days(tmp_path, 60))
    for card in (
        window.calendar,
        window.balance,
        window.weeks,
        window.day,
        window.exercises,
    ):
        assert card.sentence.text() == card.chart.summary() != ""
        card.as_table.setChecked(True)
        model = card.table().model()
        assert card.table().isVisible()
        assert not card.chart.isVisible()
        assert model.rowCount() > 0
        cell = model.index(0, 0)
        spoken = cell.data(Qt.ItemDataRole.AccessibleTextRole)
        assert spoken == f"{card.chart.table().headings[0]}: {cell.data()}"
        tester = QAbstractItemModelTester(model)
        assert tester.model() is model
        card.as_table.setChecked(False)
        assert card.chart.isVisible()


def test_hovering_and_arrow_keys_say_the_figures(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, of_days(tmp_path, 60))
    for card in (window.balance, window.weeks, window.day, window.exercises):
        chart = card.chart
        spot = chart.spots()[0]
        QTest.mouseMove(chart, spot.box.center().toPoint())
        chart._hover(0)
        assert card.sentence.text() == spot.words
        assert chart.accessibleDescription() == spot.words
        chart._hover(None)
        chart.setFocus()
        QTest.keyClick(chart, Qt.Key.Key_End)
        assert card.sentence.text() == chart.spots()[-1].words
        window.calendar.map.setFocus()
        assert card.sentence.text() == chart.summary()


@pytest.mark.parametrize("ending", ["png", "svg"])
def test_a_chart_is_saved_as_a_picture(
    ending: str, qtbot: QtBot, tmp_path: Path
) -> None:
    window = opened(qtbot, of_days(tmp_path, 60))
    file = tmp_path / f"chart.{ending}"
    assert window.weeks.save(file)
    assert window.weeks.sentence.text() == f"Saved as chart.{ending}"
    begins = {"png": b"\x89PNG", "svg": b"<?xml"}
    assert file.read_bytes().startswith(begins[ending])
    assert not window.weeks.save(tmp_path / "nowhere" / f"chart.{ending}")
    assert "could not be written" in window.weeks.sentence.text()


def test_the_dialog_saves_where_the_user_says(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, of_days(tmp_path, 5))
    dialog = window.balance.ask_where("svg")
    dialog.fileSelected.emit(str(tmp_path / "sides.svg"))
    dialog.close()
    assert (tmp_path / "sides.svg").exists()


def test_a_table_is_copied_for_a_spreadsheet(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, of_days(tmp_path, 5))
    window.weeks.copy()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "Week\tFrom\tBreaks\tNatural"
    assert lines[1].startswith("W10\tMon 2 Mar\t")


def test_the_table_of_the_calendar_has_a_column_for_sitting(
    qtbot: QtBot, tmp_path: Path
) -> None:
    # Not “Sat”, which a translation can only take for Saturday.
    window = opened(qtbot, of_days(tmp_path, 5))
    window.calendar.copy()
    columns = QGuiApplication.clipboard().text().splitlines()[0].split("\t")
    assert columns == ["Day", "Breaks", "Natural", "Left", "Right", "Sitting"]


def test_with_nothing_selected_all_of_a_table_is_copied(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window = opened(qtbot, of_days(tmp_path, 5))
    window.weeks.as_table.setChecked(True)
    table = window.weeks.table()
    table.clearSelection()
    QTest.keySequence(table, QKeySequence(QKeySequence.StandardKey.Copy))
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line.split("\t")[0] for line in lines] == ["Week", "W10", "W9"]


def test_the_entries_of_a_day_open_below_it(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, of_days(tmp_path, 3))
    assert "events" not in vars(window.day)
    window.day.everything.click()
    assert window.day.events.isVisible()
    model = window.day.events.model()
    high = window.day.events.height()
    parent = next(
        index
        for row in range(model.rowCount())
        if model.hasChildren(index := model.index(row, 0))
    )
    window.day.events.setCurrentIndex(parent)
    QTest.keyClick(window.day.events, Qt.Key.Key_Right)
    assert window.day.events.isExpanded(parent)
    assert window.day.events.height() > high


def test_with_two_devices_one_can_be_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    there = SqliteJournal(path=tmp_path / "journal.db", device_file=tmp_path / "there")
    there.record(stretch(at("09:40", "2026-03-05")))
    there.close()
    here = of_days(tmp_path, 0)
    here.record(stretch(at("10:40", "2026-03-05")))
    window = opened(qtbot, here)
    assert window.header.devices.isVisible()
    assert window.figures.week.accessibleName() == "2 breaks this week"
    window.header.devices.picked.emit(str(there.device))
    assert window.figures.week.accessibleName() == "1 break this week"
    assert not any("since" in one.words for one in window.day.chart.spots())
    window.header.devices.picked.emit(None)
    assert window.figures.week.accessibleName() == "2 breaks this week"


def test_with_one_device_there_is_nothing_to_choose(
    qtbot: QtBot, tmp_path: Path
) -> None:
    assert not opened(qtbot, of_days(tmp_path, 3)).header.devices.isVisible()


def test_devices_are_called_by_their_names() -> None:
    devices = (
        PastDevice(id="1111-1", is_here=True),
        PastDevice(id="2222-2", is_here=False, name="Laptop"),
        PastDevice(id="3333333-3", is_here=False),
    )
    assert [one.words for one in device_entries(devices)] == [
        "All devices",
        "This device",
        "Laptop",
        "Device 333333",
    ]


def test_another_time_has_other_exercises(qtbot: QtBot, empty: SqliteJournal) -> None:
    empty.record(stretch(at("09:40", "2025-12-24")))
    window = opened(qtbot, empty)
    assert window.exercises.sentence.text() == "None in this time"
    window.spans.picked.emit(timedelta(days=365))
    assert window.exercises.sentence.text() == "1 exercise"
    window.spans.picked.emit(None)
    assert window.exercises.sentence.text() == "1 exercise"


def test_the_whole_history_is_exported_from_here(qtbot: QtBot, tmp_path: Path) -> None:
    window = HistoryWindow(
        totals=JournalTotals(journal=of_days(tmp_path, 2)),
        names=NAMES,
        theme=LIGHT,
        now=NOW,
        choose=lambda _parent, _job, chosen: chosen("/somewhere/mine"),
    )
    qtbot.addWidget(window)
    window.show_now(NOW)
    with qtbot.waitSignal(window.job_asked) as asked:
        window.header.export.click()
    assert asked.args == [DataJob.EXPORT, Path("/somewhere/mine.csv")]
    assert window.header.outcome.text() == "Working on mine.csv…"
    window.show_outcome("Done")
    assert window.header.outcome.text() == "Done"


def test_it_turns_dark(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, of_days(tmp_path, 20))
    window.set_theme(DARK)
    picture = window.calendar.grab().toImage()
    corner = picture.pixelColor(picture.width() // 2, 6)
    assert corner == DARK.surface


@pytest.mark.usefixtures("qapp")
def test_the_model_keeps_the_promises_of_models() -> None:
    model = HistoryModel(theme=LIGHT)
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Warning
    )
    model.show_lines(events_of(a_working_day(), NAMES))
    assert tester.model() is model  # what it finds is a warning, and that fails us
    spoken = model.index(1, LEFT).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Left: 0:30"


def test_escape_closes_it_for_good(qtbot: QtBot, tmp_path: Path) -> None:
    window = HistoryWindow(
        totals=JournalTotals(journal=of_days(tmp_path, 2)),
        names=NAMES,
        theme=LIGHT,
        now=NOW,
    )
    window.show_now(NOW)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    with qtbot.waitSignal(window.destroyed):
        QTest.keyClick(window, Qt.Key.Key_Escape)


def next_stop(widget: QWidget) -> QWidget:
    """Return where Tab leads."""
    after = widget.nextInFocusChain()
    assert after is not None
    stops = bool(after.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return after if stops and not after.isHidden() else next_stop(after)


def test_tab_goes_down_the_window_as_one_reads(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, of_days(tmp_path, 400))
    stops: list[QWidget] = [window.header.export]
    while len(stops) < 9:
        stops.append(next_stop(stops[-1]))
    calendar = window.calendar
    assert stops[1:5] == [
        calendar.earlier,
        calendar.years,
        calendar.later,
        calendar._more,
    ]
    assert stops[5:9] == [
        calendar.map,
        window.balance._more,
        window.balance.chart,
        window.weeks._more,
    ]


def test_a_screen_reader_finds_each_chart_by_name_and_hears_its_sentence(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window = opened(qtbot, of_days(tmp_path, 60))
    chart = window.balance.chart
    told = QAccessible.queryAccessibleInterface(chart)
    assert told.text(QAccessible.Text.Name) == "Left and right"
    assert told.text(QAccessible.Text.Description) == chart.summary()
    chart.setFocus()
    assert told.text(QAccessible.Text.Description) == chart.spots()[0].words


def test_left_and_right_say_which_side_felt_tighter(
    qtbot: QtBot, empty: SqliteJournal
) -> None:
    sides = (Noticing.LEFT, Noticing.SAME, Noticing.LEFT)
    for weeks, noticing in enumerate(sides):
        start = NOW - weeks * 7 * DAY
        empty.record(
            [
                *stretch(start),
                Noticed(
                    session=start,
                    at=start,
                    question=Question.TIGHTER,
                    noticing=noticing,
                ),
            ]
        )
    said = opened(qtbot, empty).balance.sentence.text()
    assert said.endswith("felt tighter in 90 days: left 2, right 0, neither 1")
