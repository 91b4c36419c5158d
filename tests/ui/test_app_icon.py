"""The app's icon: as pictures, as SVG, and in the files that are shipped."""

import importlib.util
from pathlib import Path
from types import ModuleType

import icon_files
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QImageReader, QPainter
from PySide6.QtSvg import QSvgRenderer

from psoas_break.ui.app_icon import SIZES, app_icon, app_image
from tests.ui.pictures import difference

pytestmark = pytest.mark.usefixtures("qapp")

ROOT = Path(__file__).parents[2]
ICONS = ROOT / "resources" / "icons"
INSTALLERS = ROOT / "packaging" / "icons"


@pytest.fixture(scope="module")
def make_icons() -> ModuleType:
    """The script that writes the files."""
    path = ROOT / "packaging" / "make_icons.py"
    spec = importlib.util.spec_from_file_location("make_icons", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_windows_get_an_icon_in_every_usual_size() -> None:
    assert app_icon().availableSizes() == [QSize(s, s) for s in SIZES if s < 128]


def test_the_svg_is_the_same_drawing(make_icons: ModuleType) -> None:
    drawn = QImage(256, 256, QImage.Format.Format_ARGB32_Premultiplied)
    drawn.fill(0)
    renderer = QSvgRenderer(make_icons.svg().encode())
    with QPainter(drawn) as painter:
        renderer.render(painter)

    assert difference(drawn, app_image(256)) < 1.0


def test_the_shipped_pictures_are_the_drawing_of_today() -> None:
    for side in SIZES:
        shipped = QImage(str(ICONS / f"psoas-break-{side}.png"))
        assert difference(shipped, app_image(side)) < 1.0


def test_the_shipped_svg_is_the_drawing_of_today(make_icons: ModuleType) -> None:
    shipped = (ICONS / "psoas-break.svg").read_text("utf-8")

    assert shipped == make_icons.svg()


def test_everything_is_written_where_it_is_asked_for(
    make_icons: ModuleType, tmp_path: Path
) -> None:
    written = make_icons.write_icons(tmp_path / "icons")

    assert len(written) == len(SIZES) + 1
    assert all(path.stat().st_size > 0 for path in written)


def test_the_icon_of_windows_is_the_drawing_of_today() -> None:
    shipped = icon_files.read_ico((INSTALLERS / "psoas-break.ico").read_bytes())
    assert tuple(shipped) == icon_files.ICO_SIZES
    for side, png in shipped.items():
        assert difference(QImage.fromData(png), app_image(side)) < 1.0


def test_the_icon_of_macos_is_the_drawing_of_today(make_icons: ModuleType) -> None:
    shipped = icon_files.read_icns((INSTALLERS / "psoas-break.icns").read_bytes())
    assert tuple(shipped) == tuple(icon_files.ICNS_KINDS)
    for kind, png in shipped.items():
        side = icon_files.ICNS_KINDS[kind]
        drawn = make_icons.macos_image(side)
        assert difference(QImage.fromData(png), drawn) < 1.0


def test_qt_reads_our_icon_of_windows(tmp_path: Path) -> None:
    file = tmp_path / "a.ico"
    file.write_bytes((INSTALLERS / "psoas-break.ico").read_bytes())
    reader = QImageReader(str(file))
    sides = []
    for number in range(reader.imageCount()):
        reader.jumpToImage(number)
        sides.append(reader.read().width())
    assert tuple(sides) == icon_files.ICO_SIZES
