"""Long work with the user's data, in pieces."""

from collections.abc import Callable, Generator
from pathlib import Path

import pytest

from psoas_break.app.data_jobs import DataJob
from psoas_break.data_work import DataWork, work_of
from psoas_break.storage.atomic import StorageError
from psoas_break.storage.history_file import finish
from psoas_break.storage.journal import SqliteJournal
from psoas_break.storage.places import Places
from tests.storage.stories import at, stretch


class Desk:
    """Does the next piece when it is told to, and keeps what was said."""

    def __init__(self, work: Generator[None, None, str]) -> None:
        self.waiting: list[Callable[[], None]] = []
        self.said: list[str] = []
        DataWork(work=work, later=self.waiting.append, ended=self.said.append).go_on()

    def goes_on(self) -> None:
        self.waiting.pop()()


def two_pieces() -> Generator[None, None, str]:
    yield
    yield
    return "Done."


def no_room() -> Generator[None, None, str]:
    yield
    reason = "No space left"
    raise StorageError(reason)


def test_between_two_pieces_others_have_their_turn() -> None:
    desk = Desk(two_pieces())
    assert (len(desk.waiting), desk.said) == (1, [])


def test_at_the_end_it_says_so() -> None:
    desk = Desk(two_pieces())
    desk.goes_on()
    desk.goes_on()
    assert (desk.waiting, desk.said) == ([], ["Done."])


def test_what_goes_wrong_is_said_as_well() -> None:
    desk = Desk(no_room())
    desk.goes_on()
    assert (desk.waiting, desk.said) == ([], ["No space left"])


@pytest.mark.parametrize(
    ("out", "back", "name"),
    [
        (DataJob.BACK_UP, DataJob.RESTORE, "all.zip"),
        (DataJob.EXPORT, DataJob.IMPORT, "all.csv"),
    ],
)
def test_each_job_does_what_it_says(
    out: DataJob, back: DataJob, name: str, tmp_path: Path
) -> None:
    here, there = Places.inside(tmp_path / "here"), Places.inside(tmp_path / "there")
    journal = SqliteJournal(path=here.journal_file, device_file=here.device_file)
    journal.record(stretch(at("09:40")))
    finish(work_of(out, tmp_path / name, here, at("12:00")))
    finish(work_of(back, tmp_path / name, there, at("12:00")))
    other = SqliteJournal(path=there.journal_file, device_file=there.device_file)
    assert other.history().sessions == journal.history().sessions
