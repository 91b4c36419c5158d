"""Scroll bars that are only a handle: beside pictures a frame would be a second one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollArea, QWidget

from psoas_break.ui.theme import Theme, mix

_WIDTH = 14
_STYLE = """
QScrollBar {{ background: transparent; border: none; }}
QScrollBar:vertical {{ width: {width}px; }}
QScrollBar:horizontal {{ height: {width}px; }}
QScrollBar::handle {{ background: {handle}; border-radius: 4px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: 36px; }}
QScrollBar::handle:horizontal {{ min-width: 36px; }}
QScrollBar::handle:hover {{ background: {awake}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: none; }}
"""


def slim(area: QAbstractScrollArea, theme: Theme) -> None:
    """Give an area such bars. The style sheet is theirs alone: they have no children.

    Args:
        area: What is scrolled.
        theme: Colours; the handle is 3:1 against the window.
    """
    style = _STYLE.format(
        width=_WIDTH,
        handle=theme.ctl.name(),
        awake=mix(theme.ctl, theme.ink, 0.4).name(),
    )
    for bar in (area.verticalScrollBar(), area.horizontalScrollBar()):
        bar.setStyleSheet(style)


class SlimScroll(QScrollArea):
    """Scrolls what is too high for the window; it has no frame and no ground.

    Args:
        theme: Colours.
        reads: Whether keys scroll it, as where nothing inside takes the focus.
    """

    def __init__(self, *, theme: Theme, reads: bool = False) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = Qt.FocusPolicy
        self.setFocusPolicy(policy.StrongFocus if reads else policy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        slim(self, theme)

    def set_theme(self, theme: Theme) -> None:
        """Use these colours from now on."""
        slim(self, theme)

    def show_inside(self, inside: QWidget) -> None:
        """Scroll this from now on."""
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
