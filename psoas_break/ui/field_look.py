"""How native fields look in our windows."""

from PySide6.QtGui import QPalette

from psoas_break.ui.theme import Theme


def field_palette(theme: Theme) -> QPalette:
    """The theme's colours with outlines that can be seen (3:1) in light and in dark.

    WORKAROUND: Fusion has no colour for outlines; it takes the window's colour made
    darker by 140 %, which vanishes in dark
    (https://github.com/qt/qtbase/blob/6.8/src/widgets/styles/qfusionstyle_p_p.h).
    """
    palette = theme.palette()
    palette.setColor(QPalette.ColorRole.Window, theme.ctl.lighter(140))
    return palette
