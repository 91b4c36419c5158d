"""How the tables of the history look."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView

from psoas_break.ui.slim_scroll import slim
from psoas_break.ui.theme import Text, Theme


def dress(view: QAbstractItemView, header: QHeaderView, theme: Theme) -> None:
    """Give a table and its header the colours and fonts of a card."""
    palette = theme.palette()
    role = QPalette.ColorRole
    for one in (role.Base, role.Window, role.Button):
        palette.setColor(one, theme.surface)
    palette.setColor(role.ButtonText, theme.muted)
    palette.setColor(role.Highlight, theme.soft)
    palette.setColor(role.HighlightedText, theme.soft_ink)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setPalette(palette)
    slim(view, theme)
    header.setPalette(palette)
    header.setFont(theme.font(Text.MICRO))
    header.setHighlightSections(False)
    header.setStyleSheet("QHeaderView::section { border: none; padding: 4px 8px }")
