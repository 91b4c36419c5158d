"""Charts as pictures in files."""

from datetime import date
from pathlib import Path

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from psoas_break.ui.history.balance_bar import BalanceBar
from psoas_break.ui.history.chart_file import save_chart
from psoas_break.ui.theme import LIGHT

TODAY = date(2026, 3, 3)


def test_a_picture_has_room_for_all_of_its_sentence(
    qtbot: QtBot, tmp_path: Path
) -> None:
    chart = BalanceBar(theme=LIGHT, today=TODAY)
    qtbot.addWidget(chart)
    chart.resize(400, 60)
    heights = []
    for said in ("", "A second line.", "A second line, and so long. " * 10):
        chart.show_days({}, today=TODAY, lead=None, tighter=said)
        file = tmp_path / "sides.png"
        assert save_chart(chart, file, title="Sides", theme=LIGHT)
        heights.append(QImage(str(file)).height())

    assert heights == sorted(set(heights))
