"""The colours of the icons, in the tray and in the menus of the desktop."""

from dataclasses import dataclass

from PySide6.QtGui import QColor


@dataclass(frozen=True, slots=True)
class TrayColours:
    """The tray icon's colours, on a light, a dark or an unknown panel."""

    figure: QColor
    ring: QColor


TRAY_LIGHT = TrayColours(figure=QColor("#2A3436"), ring=QColor("#2A9485"))
TRAY_DARK = TrayColours(figure=QColor("#F2F5F4"), ring=QColor("#5FC2B2"))
TRAY_UNKNOWN = TrayColours(figure=QColor("#2A9485"), ring=QColor("#2A9485"))

TRAY_DUE = QColor("#DE5237")
"""The disc of a prompt that waits for an answer; TRAY_ON_DISC on it is 3.9:1."""
TRAY_ON_DISC = QColor("#FFFFFF")
TRAY_REMAINING = QColor("#2A9485")
"""The part of a break's disc still to come."""
TRAY_ELAPSED = QColor("#14594F")
