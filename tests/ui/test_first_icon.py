"""The icon that shows before anything else is there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from psoas_break.storage.resources import find_resources
from psoas_break.ui.first_icon import picture_name, show_first_icon
from psoas_break.ui.tray_icon import AT_START, paint_face
from psoas_break.ui.tray_panel import SIZES, Panel
from tests.ui.pictures import difference

# The offscreen platform knows no tray, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged")


@pytest.fixture
def pictures() -> Path:
    return find_resources() / "tray"


@pytest.fixture
def owner(qapp: QApplication) -> Iterator[QObject]:
    owner = QObject(qapp)
    yield owner
    delete(owner)


@pytest.mark.parametrize("panel", Panel)
def test_it_looks_as_the_app_does_before_it_knows_anything(
    owner: QObject, pictures: Path, panel: Panel
) -> None:
    icon = show_first_icon(pictures, panel, owner).icon.icon()

    for side in SIZES:
        ready = icon.pixmap(side).toImage()
        assert difference(ready, paint_face(AT_START, panel, side).toImage()) < 1.0


def test_it_has_a_picture_for_every_size_a_panel_asks_for(
    owner: QObject, pictures: Path
) -> None:
    icon = show_first_icon(pictures, Panel.DARK, owner).icon.icon()

    assert icon.availableSizes() == [QSize(side, side) for side in SIZES]


def test_it_shows_at_once(owner: QObject, pictures: Path) -> None:
    first = show_first_icon(pictures, Panel.UNKNOWN, owner)

    assert first.icon.isVisible()
    assert first.panel is Panel.UNKNOWN


def test_there_is_a_picture_for_each_panel_and_no_other(pictures: Path) -> None:
    assert {file.name for file in pictures.iterdir()} == set(map(picture_name, Panel))


def test_the_pictures_hold_no_more_than_the_sizes(pictures: Path) -> None:
    for panel in Panel:
        strip = QImage(str(pictures / picture_name(panel)))
        assert strip.size() == QSize(sum(SIZES), max(SIZES))
