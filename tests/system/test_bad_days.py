"""Bad days of the disk and the history: the app goes on, says so, and loses nothing."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.disk import Disk, small_disk
from tests.system.command_line import CommandLine
from tests.system.desktop import Desktop
from tests.system.running_app import App
from tests.system.waiting import until


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Disk]:
    """A small disk that the whole profile is on."""
    with small_disk(tmp_path / "profile") as mounted:
        yield mounted


def takes_a_break(app: App) -> None:
    app.tell("start", "R2")
    app.advance("5m")
    app.advance("1m", "--typing")


def breaks(app: App) -> int:
    return int(app.status()["today"]["breaks"])


def notices(app: App) -> str:
    return "\n".join(app.status()["notices"])


def schema_version(journal: Path, version: int) -> None:
    with sqlite3.connect(journal) as connection:
        connection.execute(f"PRAGMA user_version = {version}")
    connection.close()


def test_on_a_full_disk_the_app_goes_on_and_says_what_is_not_saved(
    full: Disk, desktop: Desktop
) -> None:
    with App(desktop, full.folder) as app:
        app.advance("20m", "--typing")
        full.fill()
        for _ in range(3):
            takes_a_break(app)
        assert breaks(app) == 3
        assert "not being saved" in notices(app)
        full.make_room()


def test_once_there_is_room_it_is_all_written(full: Disk, desktop: Desktop) -> None:
    with App(desktop, full.folder) as app:
        app.advance("20m", "--typing")
        full.fill()
        for _ in range(3):
            takes_a_break(app)
        full.make_room()

        app.advance("2m", "--typing")

        assert (len(app.history()["sessions"]), notices(app)) == (3, "")


def test_what_a_full_disk_held_back_is_written_at_the_end_at_the_latest(
    full: Disk, desktop: Desktop
) -> None:
    with App(desktop, full.folder) as app:
        full.fill()
        takes_a_break(app)
        full.make_room()
        app.end()
        assert len(app.history()["sessions"]) == 1


def test_in_a_read_only_folder_the_icon_is_there_all_the_same(
    full: Disk, desktop: Desktop, tmp_path: Path
) -> None:
    command = CommandLine(full.folder, desktop.environment).words()
    with full.read_only(), (tmp_path / "app.log").open("ab") as log:
        process = desktop.start(*command, log=log)
        try:
            until(desktop.screen.tray_icons, "the icon in the tray")
            assert process.poll() is None
        finally:
            process.terminate()
            process.wait()


def test_a_damaged_history_is_rescued_and_it_says_so(app: App) -> None:
    for _ in range(3):
        takes_a_break(app)
    app.end()
    journal = app.line.profile / "journal.db"
    with journal.open("r+b") as file:
        file.write(b"\xff" * 4096)

    app.start()

    assert breaks(app) == 3
    assert "Your history was damaged." in notices(app)
    assert list(app.line.profile.glob("journal.db.damaged-*"))


def test_a_history_of_a_newer_app_is_left_alone_and_what_is_new_waits(
    app: App,
) -> None:
    takes_a_break(app)
    app.end()
    journal = app.line.profile / "journal.db"
    with sqlite3.connect(journal) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    connection.close()
    schema_version(journal, 99)
    before = journal.read_bytes()
    app.start()
    takes_a_break(app)
    told = notices(app)
    app.end()
    assert "newer Psoas Break" in told
    assert journal.read_bytes() == before

    schema_version(journal, version)
    app.start()

    assert breaks(app) == 2
    assert notices(app) == ""
