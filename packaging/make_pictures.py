"""Write the pictures of the README and the manual into docs/pictures.

Run it after a window has changed its looks; it needs the font Inter:

    PYTHONPATH=. .venv/bin/python packaging/make_pictures.py [windows|exercises]

Windows are composed of what `python -m tests.shots` renders from the real widgets;
the exercises are the reduced sheets of `python -m tests.sheet`.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from psoas_break.ui.theme import DARK, LIGHT, Theme
from tests.sheet.__main__ import main as draw_sheets
from tests.shots.__main__ import main as take_shots

PICTURES = Path(__file__).parent.parent / "docs" / "pictures"
MODULES = (
    "about",
    "catalogue",
    "figure",
    "history",
    "home",
    "prompt",
    "routines",
    "session",
    "settings",
    "tray",
    "welcome",
)
PARTS = ("windows", "exercises")
GAP = 28
CORNER = 10
LARGEST = 300_000
"""Bytes of one picture: whoever reads a page should not wait for it."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A picture: columns of windows, beside each other on a plain ground.

    Attributes:
        name: its file name without ending and shade.
        columns: names of shots; `{}` stands for the shade.
        shades: in which themes it is made.
    """

    name: str
    columns: tuple[tuple[str, ...], ...]
    shades: tuple[Theme, ...] = (LIGHT, DARK)


SHEETS = (
    Sheet(
        "break",
        (
            ("home-{}", "prompt-{}"),
            ("figure-deep-{}-420x640",),
            ("figure-breathe-seated-{}-420x640",),
        ),
    ),
    Sheet("afterwards", (("session-end-{}-420x640",), ("history-{}-640x760",))),
    Sheet(
        "explained",
        (
            ("session-explained-stretch-{}-420x640",),
            ("session-next-side-{}-420x640",),
        ),
    ),
    Sheet(
        "details",
        (
            ("catalogue-half-kneeling-hip-flexor-stretch-{}-420x640",),
            ("catalogue-sleep-pillow-under-knees-{}-420x640",),
            ("catalogue-filtered-{}-420x640",),
        ),
    ),
    Sheet("choose", (("catalogue-{}-1000x740",),)),
    Sheet("hours", (("settings-hours-{}",),)),
    Sheet("routines", (("routines-{}-760x620",),), (LIGHT,)),
    Sheet("settings", (("settings-reminders-{}",),)),
    Sheet("welcome", (("welcome-{}",), ("about-licences-{}",))),
    Sheet("ends", (("session-end-hurt-{}-420x640",), ("session-asks-{}-420x640",))),
)
FACES = QRect(0, 580, 1044, 116)
"""Where the sheet of tray icons has its largest row."""


def main(arguments: list[str]) -> int:
    """Write every picture, or those asked for; return the exit code."""
    parser = argparse.ArgumentParser(description="Write the pictures of the manual.")
    parser.add_argument("part", nargs="?", choices=PARTS)
    part = parser.parse_args(arguments).part
    if part is None:
        return max(by_itself(each) for each in PARTS)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    PICTURES.mkdir(parents=True, exist_ok=True)
    return windows() if part == "windows" else exercises()


def by_itself(part: str) -> int:
    """Write one part in a process of its own: a second one wants its own Qt."""
    command = [sys.executable, __file__, part]
    return subprocess.run(command, check=False).returncode  # noqa: S603 ourselves


def exercises() -> int:
    """Write the exercises; return the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        if code := draw_sheets(["--reduced", folder]):
            return code
        for path in sorted(Path(folder).rglob("*.png")):
            to = PICTURES / path.relative_to(folder)
            to.parent.mkdir(exist_ok=True)
            keep(opened(path), to)
    return 0


def windows() -> int:
    """Write the windows; return the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        shots = Path(folder)
        if code := take_shots([folder, *MODULES]):
            return code
        for sheet in SHEETS:
            for theme in sheet.shades:
                name = f"{sheet.name}-{shade(theme)}.png"
                keep(composed(sheet, theme, shots), PICTURES / name)
        keep(tray_faces(shots), PICTURES / "tray.png")
    return 0


def shade(theme: Theme) -> str:
    """Return what the shots' names call a theme."""
    return "dark" if theme.dark else "light"


def composed(sheet: Sheet, theme: Theme, shots: Path) -> QImage:
    """Return a sheet's windows on the theme's quiet ground.

    Raises:
        OSError: when a shot it names is not there.
    """
    columns = [
        [opened(shots / f"{stem.format(shade(theme))}.png") for stem in stems]
        for stems in sheet.columns
    ]
    sizes = [column_size(column) for column in columns]
    height = max(size.height() for size in sizes)
    width = sum(size.width() for size in sizes) + GAP * (len(sizes) - 1)
    ground = QImage(width + 2 * GAP, height + 2 * GAP, QImage.Format.Format_RGB32)
    ground.fill(theme.surface2)
    with QPainter(ground) as p:
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = GAP
        for column, size in zip(columns, sizes, strict=True):
            y = GAP + (height - size.height()) // 2
            for window in column:
                at = QPoint(x + (size.width() - window.width()) // 2, y)
                paint_window(p, window, at, theme.border)
                y += window.height() + GAP
            x += size.width() + GAP
    return ground


def column_size(column: Sequence[QImage]) -> QSize:
    """Return the room a column of windows takes."""
    height = sum(window.height() for window in column) + GAP * (len(column) - 1)
    return QSize(max(window.width() for window in column), height)


def paint_window(p: QPainter, window: QImage, at: QPoint, border: QColor) -> None:
    """Paint a window with round corners and a fine line around it."""
    if window.pixelColor(0, 0).alpha() == 0:  # a card has its own corners and shadow
        p.drawImage(at, window)
        return
    box = QRectF(window.rect()).translated(at)
    shape = QPainterPath()
    shape.addRoundedRect(box, CORNER, CORNER)
    p.save()
    p.setClipPath(shape)
    p.drawImage(at, window)
    p.restore()
    p.setPen(QPen(border, 1))
    p.setBrush(Qt.BrushStyle.NoBrush)
    p.drawPath(shape)


def tray_faces(shots: Path) -> QImage:
    """Return every face of the tray icon, on a light panel and on a dark one."""
    rows = [opened(shots / f"tray-zoomed-{shade}.png") for shade in ("light", "dark")]
    size = QSize(FACES.width(), FACES.height() * len(rows))
    both = QImage(size, QImage.Format.Format_RGB32)
    with QPainter(both) as p:
        for row, picture in enumerate(rows):
            p.drawImage(QPoint(0, row * FACES.height()), picture, FACES)
    return both


def opened(path: Path) -> QImage:
    """Return the picture in a file.

    Raises:
        OSError: when there is none.
    """
    picture = QImage(str(path))
    if picture.isNull():
        msg = f"there is no picture {path.name}; has a shot been renamed?"
        raise OSError(msg)
    return picture


def keep(picture: QImage, path: Path) -> None:
    """Write a picture as small as PNG makes it, and say how large it is.

    Raises:
        OSError: when it cannot be written, or is too large for a page.
    """
    if not picture.save(str(path), quality=0):  # 0 is the smallest
        msg = f"cannot write {path}"
        raise OSError(msg)
    size = path.stat().st_size
    sys.stdout.write(f"{size:>8,} {path.name}\n")
    if size > LARGEST:
        msg = f"{path.name} has {size:,} bytes; at most {LARGEST:,} are wanted"
        raise OSError(msg)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
