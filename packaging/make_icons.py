"""Write the app's icon: PNGs, an SVG, and one file each for Windows and macOS.

Those the app shows go into resources/icons, those only installers need into
packaging/icons; what the tray shows first goes into resources/tray.

Run it after changing psoas_break/ui/mark.py, app_icon.py or tray_icon.py:

    QT_QPA_PLATFORM=offscreen python packaging/make_icons.py
"""

import sys
from math import cos, radians, sin
from pathlib import Path

import icon_files
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter

from psoas_break.ui import app_icon, mark
from psoas_break.ui.first_icon import picture_name
from psoas_break.ui.icon_colours import TRAY_ON_DISC, TRAY_REMAINING
from psoas_break.ui.theme import LIGHT
from psoas_break.ui.tray_icon import AT_START, paint_face
from psoas_break.ui.tray_panel import SIZES, Panel

RESOURCES = Path(__file__).parent.parent / "resources"
INSTALLER_ICONS = Path(__file__).parent / "icons"
NAME = "psoas-break"
GRID = 512
MACOS_TILE = 824 / 1024
"""Share of the square that a macOS icon fills (Human Interface Guidelines)."""


def main() -> int:
    """Write every file; return the exit code."""
    # Held in a name: painting text and pixmaps needs a living application.
    _application = QGuiApplication(sys.argv)
    for path in (
        *write_icons(RESOURCES / "icons"),
        *write_first_icons(RESOURCES / "tray"),
        *write_installer_icons(INSTALLER_ICONS),
    ):
        sys.stdout.write(f"{path}\n")
    return 0


def write_icons(folder: Path) -> list[Path]:
    """Write the PNGs and the SVG into `folder` and return their paths.

    Raises:
        OSError: when a file cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for side in app_icon.SIZES:
        path = folder / f"{NAME}-{side}.png"
        path.write_bytes(png(app_icon.app_image(side)))
        written.append(path)
    path = folder / f"{NAME}.svg"
    path.write_text(svg(), encoding="utf-8")
    return [*written, path]


def write_first_icons(folder: Path) -> list[Path]:
    """Write what the tray shows first, for each panel, and return the paths."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for panel in Panel:
        path = folder / picture_name(panel)
        path.write_bytes(png(first_icon(panel)))
        written.append(path)
    return written


def first_icon(panel: Panel) -> QImage:
    """Return what the tray shows first in all its sizes, side by side."""
    strip = QImage(sum(SIZES), max(SIZES), QImage.Format.Format_ARGB32_Premultiplied)
    strip.fill(Qt.GlobalColor.transparent)
    left = 0
    with QPainter(strip) as p:
        for side in SIZES:
            p.drawPixmap(QPoint(left, 0), paint_face(AT_START, panel, side))
            left += side
    return strip


def write_installer_icons(folder: Path) -> list[Path]:
    """Write the files for Windows and macOS into `folder` and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    windows, macos = folder / f"{NAME}.ico", folder / f"{NAME}.icns"
    windows.write_bytes(
        icon_files.ico(
            {side: png(app_icon.app_image(side)) for side in icon_files.ICO_SIZES}
        )
    )
    macos.write_bytes(
        icon_files.icns(
            {k: png(macos_image(side)) for k, side in icon_files.ICNS_KINDS.items()}
        )
    )
    return [windows, macos]


def macos_image(side: int) -> QImage:
    """Return the icon with the margin that macOS draws shadows into."""
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    tile = app_icon.app_image(2 * round(side * MACOS_TILE / 2))
    with QPainter(image) as p:
        margin = (side - tile.width()) // 2
        p.drawImage(QPoint(margin, margin), tile)
    return image


def png(image: QImage) -> bytes:
    """Return a picture as the bytes of a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def svg() -> str:
    """Return the icon, as `app_icon.app_image` paints it with a ring, as SVG."""
    white = TRAY_ON_DISC.name()
    middle = GRID / 2
    radius = app_icon.RING_RADIUS * GRID
    width = app_icon.RING_WIDTH * GRID
    turn = radians(-90 - 360 * app_icon.RING_LEFT)
    end = (middle + radius * cos(turn), middle + radius * sin(turn))
    head_x, head_y = _at(mark.LUNGE_HEAD)
    head = mark.HEAD_RADIUS * GRID * app_icon.IN_RING + 0.1
    return f"""\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {GRID} {GRID}">
  <title>Psoas Break</title>
  <linearGradient id="tile" x2="0" y2="1">
    <stop stop-color="{TRAY_REMAINING.name()}"/>
    <stop offset="1" stop-color="{LIGHT.accent.name()}"/>
  </linearGradient>
  <rect width="{GRID}" height="{GRID}" rx="{_number(app_icon.CORNER * GRID)}"\
 fill="url(#tile)"/>
  <g fill="none" stroke="{white}" stroke-width="{_number(width)}">
    <circle cx="{_number(middle)}" cy="{_number(middle)}" r="{_number(radius)}"\
 stroke-opacity="{app_icon.TRACK_ALPHA}"/>
    <path stroke-linecap="round" d="M{_number(middle)} {_number(middle - radius)}\
A{_number(radius)} {_number(radius)} 0 1 0 {_number(end[0])} {_number(end[1])}"/>
  </g>
  <g fill="none" stroke="{white}" stroke-linecap="round" stroke-linejoin="round"\
 stroke-width="{_number(mark.pen_width(GRID, app_icon.IN_RING))}">
    {"".join(_polyline(line) for line in mark.LUNGE)}
  </g>
  <circle cx="{_number(head_x)}" cy="{_number(head_y)}" r="{_number(head)}"\
 fill="{white}"/>
</svg>
"""


def _polyline(line: mark.Points) -> str:
    points = " ".join(
        f"{_number(x)},{_number(y)}" for x, y in (_at(point) for point in line)
    )
    return f'<polyline points="{points}"/>'


def _at(point: tuple[float, float]) -> tuple[float, float]:
    x, y = ((0.5 + (part - 0.5) * app_icon.IN_RING) * GRID for part in point)
    return x, y


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


if __name__ == "__main__":
    sys.exit(main())
