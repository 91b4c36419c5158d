"""How everything looks: colours, type and spacing, in light and in dark.

The figure has its colours in figure_colours.py, the icons in icon_colours.py; no other
file has a colour value. Contrast ratios were measured with the WCAG 2.2
formula; tests/ui/test_theme.py measures them again.
"""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette, QStyleHints

BASE_PX = 13.33
"""Pixel height of the 10 pt font at 96 dpi against which the sizes were chosen."""

MARGIN = 16
MARGIN_WIDE = 24
RADIUS_STAGE = 18
RADIUS_CARD = 14
RADIUS_BUTTON = 14


class Text(Enum):
    """The type scale: pixels against a 10 pt font, weight, tabular digits.

    Members carry (size, size in a wide window, weight, digits of equal width).
    """

    TITLE = (19.0, 22.0, 600, False)
    SECTION = (20.0, 20.0, 600, False)
    HEADING = (15.0, 15.0, 600, False)
    CUE = (17.0, 20.0, 500, False)
    BODY = (14.0, 14.0, 400, False)
    LABEL = (14.0, 14.0, 500, False)
    STRONG = (14.0, 14.0, 600, True)
    SECONDARY = (13.0, 13.0, 400, False)
    GROUP = (13.0, 13.0, 600, False)
    MICRO = (12.0, 12.0, 500, True)
    BUTTON_SMALL = (14.0, 14.0, 600, False)
    BIG_NUMBER = (24.0, 24.0, 600, True)
    PACER_PHASE = (30.0, 34.0, 600, False)
    PACER_COUNT = (20.0, 22.0, 500, True)
    STAGE_PHASE = (24.0, 28.0, 600, False)
    STAGE_COUNT = (15.0, 17.0, 500, True)


@dataclass(frozen=True, slots=True)
class Theme:
    """Every colour by its use, and the fonts and lengths that follow the system font.

    Give it to a widget's constructor or `set_theme`; there is no current theme.
    """

    dark: bool
    bg: QColor
    """The window."""
    surface: QColor
    """Cards."""
    surface2: QColor
    """Sidebar, empty heat-map cell, disabled controls."""
    ink: QColor
    """Text."""
    muted: QColor
    """Secondary text. Not on the stage's floor in light (4.4:1)."""
    accent: QColor
    accent_hover: QColor
    on_accent: QColor
    soft: QColor
    """Tonal buttons."""
    soft_hover: QColor
    soft_ink: QColor
    warm: QColor
    """Overdue, warnings."""
    warm_soft: QColor
    ctl: QColor
    """Outlines of controls (3:1 and better)."""
    border: QColor
    track: QColor
    left: QColor
    left_soft: QColor
    right: QColor
    right_soft: QColor
    stage_top: QColor
    stage_bottom: QColor
    floor: QColor
    halo: QColor
    hint: QColor
    shadow: QColor
    """Under floating cards; painted in thin layers."""

    def font(self, style: Text, *, wide: bool = False) -> QFont:
        """The font of a text style, in proportion to the system's own.

        Args:
            style: Which line of the type scale.
            wide: Whether the window has room for the larger size.
        """
        size, wide_size, weight, tabular = style.value
        return self.sized_font(
            wide_size if wide else size, weight=weight, tabular=tabular
        )

    def sized_font(
        self, px: float, *, weight: int = 400, tabular: bool = True
    ) -> QFont:
        """A font of `px` pixels beside a 10 pt system font, in proportion to others."""
        font = QFont()
        if font.pointSizeF() > 0:
            font.setPointSizeF(font.pointSizeF() * px / BASE_PX)
        else:
            font.setPixelSize(round(font.pixelSize() * px / BASE_PX))
        font.setWeight(QFont.Weight(weight))
        if tabular:
            font.setFeature(QFont.Tag("tnum"), 1)
        if px >= Text.SECTION.value[0]:
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 99)
        return font

    def px(self, length: float) -> int:
        """A length that holds text, grown with the system font and never shrunk."""
        return round(length * max(1.0, QFontInfo(QFont()).pixelSize() / BASE_PX))

    def side(self, *, left: bool) -> tuple[QColor, QColor]:
        """The colour of a trained side, and the pale one behind it."""
        return (self.left, self.left_soft) if left else (self.right, self.right_soft)

    def palette(self) -> QPalette:
        """Colours for native controls, so that the Fusion style matches the rest.

        Fusion draws the outlines of dark fields darker than the window, so in dark
        the fields themselves are lighter.
        """
        role = QPalette.ColorRole
        field = self.surface2 if self.dark else self.surface
        colours = {
            role.Window: self.bg,
            role.WindowText: self.ink,
            role.Base: field,
            role.AlternateBase: self.surface2,
            role.Text: self.ink,
            role.Button: self.surface2,
            role.ButtonText: self.ink,
            role.BrightText: self.warm,
            role.Highlight: self.accent,
            role.HighlightedText: self.on_accent,
            role.Accent: self.accent,
            role.PlaceholderText: self.muted,
            role.ToolTipBase: self.surface,
            role.ToolTipText: self.ink,
            role.Link: self.accent,
            role.LinkVisited: self.accent,
            role.Light: self.surface,
            role.Midlight: self.surface2,
            role.Mid: self.border,
            role.Dark: self.ctl,
            role.Shadow: self.ctl,
        }
        palette = QPalette()
        for one, colour in colours.items():
            palette.setColor(one, colour)
        faint = mix(self.muted, self.bg, 0.35)
        for one in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, one, faint)
        palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, self.track)
        return palette


LIGHT = Theme(
    dark=False,
    bg=QColor("#FAF8F4"),
    surface=QColor("#FFFFFF"),
    surface2=QColor("#F0EDE6"),
    ink=QColor("#1C2A2C"),
    muted=QColor("#566360"),
    accent=QColor("#1F6F66"),
    accent_hover=QColor("#195C55"),
    on_accent=QColor("#FFFFFF"),
    soft=QColor("#DCEBE6"),
    soft_hover=QColor("#CDE2DB"),
    soft_ink=QColor("#14524B"),
    warm=QColor("#B83A1E"),
    warm_soft=QColor("#FBE4DC"),
    ctl=QColor("#8A8F88"),
    border=QColor("#DDD7CB"),
    track=QColor("#DAD5C9"),
    left=QColor("#1F6F66"),
    left_soft=QColor("#DCEBE6"),
    right=QColor("#8A4B14"),
    right_soft=QColor("#F8E6D3"),
    stage_top=QColor("#F4F1EA"),
    stage_bottom=QColor("#E9E5DB"),
    floor=QColor("#DDD7CA"),
    halo=QColor("#E3E8E1"),
    hint=QColor("#1F6F66"),
    shadow=QColor(0, 0, 0, 6),
)

DARK = Theme(
    dark=True,
    bg=QColor("#14191B"),
    surface=QColor("#1C2326"),
    surface2=QColor("#263034"),
    ink=QColor("#E9EEEC"),
    muted=QColor("#A5B3AF"),
    accent=QColor("#7FD0C0"),
    accent_hover=QColor("#97DDD0"),
    on_accent=QColor("#0C2420"),
    soft=QColor("#22423D"),
    soft_hover=QColor("#2A4F49"),
    soft_ink=QColor("#B5E8DD"),
    warm=QColor("#FF9C80"),
    warm_soft=QColor("#48271E"),
    ctl=QColor("#7C8A87"),
    border=QColor("#35423F"),
    track=QColor("#33403F"),
    left=QColor("#7FD0C0"),
    left_soft=QColor("#22423D"),
    right=QColor("#F0B478"),
    right_soft=QColor("#48351F"),
    stage_top=QColor("#1E2629"),
    stage_bottom=QColor("#161D20"),
    floor=QColor("#2A3337"),
    halo=QColor("#243034"),
    hint=QColor("#8FD6C8"),
    shadow=QColor(0, 0, 0, 14),
)


SCRIM = QColor("#0E1517")
"""What dims the screens around a full-screen prompt, in light and in dark."""


def theme_for(choice: str, *, system_dark: bool) -> Theme:
    """The theme the user chose: "light", "dark", or whatever the system uses.

    Args:
        choice: "light" or "dark" (a StrEnum will do); anything else follows the system.
        system_dark: What `system_prefers_dark` said.
    """
    match choice:
        case "light":
            return LIGHT
        case "dark":
            return DARK
        case _:
            return DARK if system_dark else LIGHT


def system_prefers_dark(hints: QStyleHints) -> bool:
    """Whether the desktop asks for dark; give it `QGuiApplication.styleHints()`."""
    return hints.colorScheme() == Qt.ColorScheme.Dark


def mix(a: QColor, b: QColor, share: float) -> QColor:
    """The colour `share` of the way (0 to 1) from `a` to `b`, alpha included."""

    def between(x: float, y: float) -> float:
        return x + (y - x) * share

    return QColor.fromRgbF(
        between(a.redF(), b.redF()),
        between(a.greenF(), b.greenF()),
        between(a.blueF(), b.blueF()),
        between(a.alphaF(), b.alphaF()),
    )


def faded(colour: QColor, alpha: float) -> QColor:
    """The same colour, let through by `alpha` (0 clear to 1 solid)."""
    copy = QColor(colour)
    copy.setAlphaF(alpha)
    return copy
