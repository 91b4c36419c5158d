"""Backup, restore, export and import: a file is asked for, and the end is told."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from psoas_break.app.data_jobs import DataJob
from psoas_break.ui.settings.data_buttons import DataButtons, choose_file
from psoas_break.ui.theme import LIGHT


class Page:
    """The buttons, and a user who always chooses the same file."""

    def __init__(self, qtbot: QtBot, chosen: str) -> None:
        self.chosen = chosen
        self.buttons = DataButtons(theme=LIGHT, choose=self._choose)
        qtbot.addWidget(self.buttons)
        self.asked: list[tuple[DataJob, Path]] = []
        self.buttons.asked.connect(lambda job, file: self.asked.append((job, file)))

    def clicks(self, job: DataJob) -> None:
        self.buttons.buttons[job].click()

    def _choose(
        self, _parent: QWidget, _job: DataJob, chosen: Callable[[str], None]
    ) -> None:
        if self.chosen:
            chosen(self.chosen)


@pytest.mark.parametrize("job", DataJob)
def test_each_button_asks_for_its_job_with_the_file(qtbot: QtBot, job: DataJob) -> None:
    page = Page(qtbot, "/home/anna/some.file")
    page.clicks(job)
    assert page.asked == [(job, Path("/home/anna/some.file"))]


def test_a_name_without_an_end_gets_one(qtbot: QtBot) -> None:
    page = Page(qtbot, "/home/anna/backup")
    page.clicks(DataJob.BACK_UP)
    assert page.asked == [(DataJob.BACK_UP, Path("/home/anna/backup.zip"))]


def test_nothing_chosen_asks_for_nothing(qtbot: QtBot) -> None:
    page = Page(qtbot, "")
    page.clicks(DataJob.RESTORE)
    assert page.asked == []


def test_one_job_at_a_time(qtbot: QtBot) -> None:
    page = Page(qtbot, "/home/anna/some.zip")
    page.clicks(DataJob.BACK_UP)
    page.clicks(DataJob.RESTORE)
    assert len(page.asked) == 1


def test_how_it_ended_is_said_and_the_next_may_come(qtbot: QtBot) -> None:
    page = Page(qtbot, "/home/anna/some.zip")
    page.clicks(DataJob.BACK_UP)
    page.buttons.show_outcome("Backup written.")
    page.clicks(DataJob.EXPORT)
    assert len(page.asked) == 2


@pytest.mark.parametrize("job", DataJob)
def test_the_dialog_for_a_file_opens_beside_the_window(
    qtbot: QtBot, job: DataJob
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    choose_file(window, job, lambda _path: None)
    (dialog,) = window.findChildren(QFileDialog)
    saves = job in (DataJob.BACK_UP, DataJob.EXPORT)
    mode = dialog.acceptMode()
    dialog.reject()
    assert (mode is QFileDialog.AcceptMode.AcceptSave) is saves


def test_a_narrow_page_puts_them_below_each_other(qtbot: QtBot) -> None:
    page = Page(qtbot, "").buttons
    first, second = page.buttons[DataJob.EXPORT], page.buttons[DataJob.IMPORT]
    page.resize(page.sizeHint())
    page.show()
    beside = first.y() == second.y()

    page.resize(page.minimumSizeHint().width(), 400)

    assert beside
    assert second.geometry().top() > first.geometry().bottom()
    assert page.width() < first.width() + second.width()
