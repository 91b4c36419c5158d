"""`python -m tests.shots DIR [MODULE...]`: every window as PNG, with an index."""

import argparse
import html
import os
import pkgutil
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QFont, QFontDatabase, QImage, QPainter, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

import tests.shots
from psoas_break import words
from psoas_break.storage.resources import find_resources
from psoas_break.ui.theme import DARK, LIGHT, Theme
from tests.shots import Shot
from tests.shots._long_words import LongWords

POINT_SIZE = 10.0


def main(arguments: list[str]) -> int:
    """Render what was asked for and say where it is."""
    parser = argparse.ArgumentParser(prog="python -m tests.shots", description=__doc__)
    parser.add_argument("directory", type=Path)
    parser.add_argument("modules", nargs="*", help="only these modules of tests/shots")
    parser.add_argument("--scale", type=float, default=1.0, help="2 for sharp screens")
    parser.add_argument("--long", action="store_true", help="words a third longer")
    parser.add_argument("--language", default="en", help="as de or pt_BR")
    options = parser.parse_args(arguments)
    words.speak(find_resources() / "translations", [options.language])
    if options.long:
        words._Speaker.translations = LongWords()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(["shots"])
    app.setStyle("Fusion")
    options.directory.mkdir(parents=True, exist_ok=True)
    files: list[str] = []
    for shot in all_shots(options.modules):
        app.setFont(font(shot.font_scale))
        for stem, widget in widgets_of(shot, app):
            image = picture(widget, options.scale, shot.ready)
            image.save(str(options.directory / f"{stem}.png"))
            widget.deleteLater()
            files.append(f"{stem}.png")
    write_index(options.directory, files)
    sys.stdout.write(f"{len(files)} pictures in {options.directory}\n")
    return 0


def all_shots(only: list[str]) -> Iterator[Shot]:
    """Every shot of every module beside this one, or of those named."""
    names = [info.name for info in pkgutil.iter_modules(tests.shots.__path__)]
    for name in only or [n for n in names if not n.startswith("_")]:
        yield from import_module(f"tests.shots.{name}").shots()


def widgets_of(shot: Shot, app: QApplication) -> Iterator[tuple[str, QWidget]]:
    """The shot's widget in light and dark and each size, with its file stem."""
    for theme in (LIGHT, DARK):
        app.setPalette(theme.palette())
        yield from _sizes_of(shot, theme)


def _sizes_of(shot: Shot, theme: Theme) -> Iterator[tuple[str, QWidget]]:
    shade = "dark" if theme.dark else "light"
    if not shot.sizes:
        yield f"{shot.name}-{shade}", shot.make(theme)
    for width, height in shot.sizes:
        widget = shot.make(theme)
        widget.resize(width, height)
        yield f"{shot.name}-{shade}-{width}x{height}", widget


def font(scale: float) -> QFont:
    """Inter where it is installed, else the platform's own."""
    wanted = "Inter"
    chosen = QFont(wanted) if wanted in QFontDatabase.families() else QFont()
    chosen.setPointSizeF(POINT_SIZE * scale)
    return chosen


def picture(
    widget: QWidget, scale: float, ready: Callable[[Any], bool] = lambda _widget: True
) -> QImage:
    """The widget as it looks when shown, with a clear background where it has none."""
    widget.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    widget.show()
    QCoreApplication.sendPostedEvents()
    while not ready(widget):
        widget.grab()  # what is not on screen paints, and asks for more, only so
        QTest.qWait(1)
    size = widget.size()
    image = QImage(
        round(size.width() * scale),
        round(size.height() * scale),
        QImage.Format.Format_ARGB32_Premultiplied,
    )
    image.setDevicePixelRatio(scale)
    image.fill(Qt.GlobalColor.transparent)
    flags = QWidget.RenderFlag.DrawChildren
    if not widget.testAttribute(Qt.WidgetAttribute.WA_TranslucentBackground):
        flags |= QWidget.RenderFlag.DrawWindowBackground
    with QPainter(image) as painter:
        widget.render(painter, QPoint(0, 0), QRegion(), flags)
    widget.hide()
    return image


def write_index(directory: Path, files: list[str]) -> None:
    """A page that shows all pictures, each under its name."""
    figures = "\n".join(
        f'<figure><img src="{html.escape(name)}" alt=""><figcaption>'
        f"{html.escape(name.removesuffix('.png'))}</figcaption></figure>"
        for name in files
    )
    (directory / "index.html").write_text(
        "<!doctype html><meta charset=utf-8><title>Psoas Break, every window</title>"
        "<style>body{background:#8a9294;font:14px sans-serif;display:flex;"
        "flex-wrap:wrap;gap:24px;padding:24px}figure{margin:0}"
        "img{max-width:100%;display:block}figcaption{padding-top:6px}</style>\n"
        + figures,
        encoding="utf-8",
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
