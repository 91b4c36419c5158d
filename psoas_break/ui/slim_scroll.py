"""A scroll bar that is only a handle: pictures stand beside it, not a second frame."""

from PySide6.QtWidgets import QScrollArea

from psoas_break.ui.theme import Theme, mix

_WIDTH = 14
_STYLE = """
QScrollBar:vertical {{ background: transparent; border: none; width: {width}px; }}
QScrollBar::handle:vertical {{
    background: {handle}; border-radius: 4px; min-height: 36px; margin: 3px;
}}
QScrollBar::handle:vertical:hover {{ background: {awake}; }}
QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical {{ height: 0; }}
QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical {{ background: none; }}
"""


def slim(area: QScrollArea, theme: Theme) -> None:
    """Give an area such a bar. The style sheet is the bar's alone: it has no children.

    Args:
        area: What is scrolled.
        theme: Colours; the handle is 3:1 against the window.
    """
    area.verticalScrollBar().setStyleSheet(
        _STYLE.format(
            width=_WIDTH,
            handle=theme.ctl.name(),
            awake=mix(theme.ctl, theme.ink, 0.4).name(),
        )
    )
