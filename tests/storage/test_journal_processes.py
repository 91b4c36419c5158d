"""The journal between processes: killed while it writes, read while it writes."""

import contextlib
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from psoas_break.domain.history import SessionOutcome
from psoas_break.storage.journal_reading import read_history
from tests.storage.conftest import OpenJournal
from tests.storage.stories import at, stretch

ROOT = Path(__file__).parents[2]

WRITER = """
import sys
from datetime import timedelta
from pathlib import Path
from psoas_break.storage.journal import SqliteJournal
from tests.storage.stories import at, stretch

folder = Path(sys.argv[1])
journal = SqliteJournal(path=folder / "journal.db", device_file=folder / "device-id")
for number in range(10_000):
    journal.record(stretch(at("06:00") + timedelta(hours=number)))
    print(number, flush=True)
"""


def write_and_be_killed(folder: Path, *, after: int) -> int:
    """Kill a writer in full swing; return how many sessions it had reported."""
    command = [sys.executable, "-c", WRITER, str(folder)]
    with subprocess.Popen(  # noqa: S603  our own interpreter, our own words
        command, stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as writer:
        assert writer.stdout is not None
        reported = 0
        for line in writer.stdout:
            reported = int(line) + 1
            if reported == after:
                writer.send_signal(signal.SIGKILL)
        writer.wait()
    return reported


@pytest.mark.parametrize("after", [1, 2, 7, 40, 301])
def test_a_kill_loses_nothing_that_had_ended(after: int, folder: Path) -> None:
    reported = write_and_be_killed(folder, after=after)
    history, _problems = read_history(folder / "journal.db")
    assert len(history.sessions) in (reported, reported + 1)


@pytest.mark.parametrize("after", [3, 20])
def test_a_kill_leaves_no_half_session(after: int, folder: Path) -> None:
    write_and_be_killed(folder, after=after)
    history, problems = read_history(folder / "journal.db")
    whole = {
        (len(one.held), one.outcome is SessionOutcome.FINISHED)
        for one in history.sessions
    }
    assert (whole, problems) == ({(2, True)}, [])


def test_the_next_run_goes_on_where_the_killed_one_was(
    folder: Path, open_journal: OpenJournal
) -> None:
    write_and_be_killed(folder, after=5)
    known = len(read_history(folder / "journal.db")[0].sessions)
    journal = open_journal(folder)
    journal.record(stretch(at("09:40", "2030-01-01")))
    assert len(journal.history().sessions) == known + 1


def test_a_reader_sees_what_the_running_app_has_written(
    folder: Path, open_journal: OpenJournal
) -> None:
    journal = open_journal(folder)
    code = (
        "import sys; from pathlib import Path;"
        "from psoas_break.storage.journal_reading import read_history;"
        "print(len(read_history(Path(sys.argv[1]))[0].sessions))"
    )
    seen = []
    for clock in ("09:40", "10:40", "11:40"):
        journal.record(stretch(at(clock)))
        command = [sys.executable, "-c", code, str(folder / "journal.db")]
        told = subprocess.run(  # noqa: S603  our own interpreter, our own words
            command, check=True, capture_output=True, text=True, cwd=ROOT
        )
        seen.append(told.stdout.strip())
    assert seen == ["1", "2", "3"]


def test_a_reader_in_the_middle_of_its_work_holds_up_no_writer(
    folder: Path, open_journal: OpenJournal
) -> None:
    journal = open_journal(folder)
    journal.record(stretch(at("09:40")))
    with contextlib.closing(sqlite3.connect(folder / "journal.db")) as reader:
        rows = reader.execute("SELECT * FROM event")
        rows.fetchone()
        journal.record(stretch(at("10:40")))
        assert journal.problems() == ()
        rows.close()


def test_the_idle_app_has_not_imported_sqlite(folder: Path) -> None:
    code = (
        "import sys; from pathlib import Path;"
        "from psoas_break.storage.journal import SqliteJournal;"
        "p = Path(sys.argv[1]);"
        "SqliteJournal(path=p / 'journal.db', device_file=p / 'device-id');"
        "print('sqlite3' in sys.modules)"
    )
    command = [sys.executable, "-c", code, str(folder)]
    told = subprocess.run(  # noqa: S603  our own interpreter, our own words
        command, check=True, capture_output=True, text=True, cwd=ROOT
    )
    assert told.stdout.strip() == "False"
