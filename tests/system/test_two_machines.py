"""Two machines, one shared folder: what either did, both show."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.disk import Disk
from tests.system.desktop import Desktop
from tests.system.running_app import App
from tests.system.waiting import until

A_PAGE = 4096
"""Bytes; a full tmpfs takes what still fits into the last page of a file."""


@pytest.fixture
def machines(desktop: Desktop, tmp_path: Path) -> Iterator[tuple[App, App]]:
    """Two apps, each with a profile of its own, and a folder they share."""
    shared = tmp_path / "shared"
    shared.mkdir()
    with (
        shares(App(desktop, tmp_path / "desk"), shared, "Desk") as desk,
        shares(App(desktop, tmp_path / "laptop"), shared, "Laptop") as laptop,
    ):
        yield desk, laptop


def shares(app: App, folder: Path, name: str) -> App:
    settings = app.line.profile / "settings.toml"
    told = f'[data]\nshared_folder = "{folder}"\ndevice_name = "{name}"\n'
    settings.write_text(told, "utf-8")
    return app


def totals(app: App) -> dict[str, Any]:
    return dict(app.status()["today"])


def shows(app: App, breaks: int) -> bool:
    return int(totals(app)["breaks"]) == breaks


def takes_a_break(app: App) -> None:
    """Type until a break is due, and take it whole."""
    app.advance("31m", "--typing")
    app.tell("start", "R2")
    app.advance("5m")


def test_both_show_the_same_totals(machines: tuple[App, App]) -> None:
    desk, laptop = machines
    takes_a_break(desk)
    takes_a_break(laptop)
    until(partial(shows, desk, 2), "the laptop's break")
    assert totals(desk) == totals(laptop)


def test_one_killed_in_mid_append_loses_and_doubles_nothing(
    desktop: Desktop, tmp_path: Path, disk: Disk
) -> None:
    desk = shares(App(desktop, tmp_path / "desk"), disk.folder, "Desk")
    laptop = shares(App(desktop, tmp_path / "laptop"), disk.folder, "Laptop")
    with desk, laptop:
        takes_a_break(desk)
        taken = 1
        (file,) = disk.folder.glob("*.jsonl")
        disk.fill()
        while file.stat().st_size % A_PAGE:
            takes_a_break(desk)
            taken += 1
        desk.kill()
        assert not file.read_bytes().endswith(b"\n")
        disk.make_room()
        takes_a_break(laptop)

        desk.start()

        for app in (desk, laptop):
            until(partial(shows, app, taken + 1), "all breaks")
        assert totals(desk) == totals(laptop)
