"""The icon in the tray before anything else is there: a picture that lies ready.

To paint it, Qt's names for pens and brushes would have to be made for Python, and
half a dozen modules imported: a quarter more until it shows. So it was painted when
the app was built (`packaging/make_icons.py`), and `Tray` goes on from there.
"""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QSystemTrayIcon

from psoas_break.ui.tray_panel import SIZES, Panel


class FirstIcon(NamedTuple):
    """The icon as it was made.

    Attributes:
        icon: shown already.
        has_tray: whether there was a tray for it.
        panel: what it lies on.
    """

    icon: QSystemTrayIcon
    has_tray: bool
    panel: Panel


def show_first_icon(pictures: Path, panel: Panel, parent: QObject) -> FirstIcon:
    """Show what the app looks like before it knows anything: a full ring.

    Args:
        pictures: the folder of the pictures, by `picture_name`.
        panel: what the icon lies on.
        parent: the owner.
    """
    has_tray = QSystemTrayIcon.isSystemTrayAvailable()
    icon = QSystemTrayIcon(_cut(pictures / picture_name(panel)), parent)
    icon.show()
    return FirstIcon(icon, has_tray, panel)


def picture_name(panel: Panel) -> str:
    """Return the name of the file with the icon in all its sizes, side by side."""
    return f"start-{panel.name.lower()}.png"


def _cut(picture: Path) -> QIcon:
    icon, strip, left = QIcon(), QPixmap(str(picture)), 0
    for side in SIZES:
        icon.addPixmap(strip.copy(QRect(left, 0, side, side)))
        left += side
    return icon
