"""A scroll bar that is only a handle: pictures stand beside it, not a second frame."""

from PySide6.QtWidgets import QAbstractScrollArea

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
