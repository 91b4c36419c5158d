"""The colours of the drawn body and of what stands around it, in light and in dark.

The second and last file with colour values, beside `theme`. Contrast of the psoas
band against its casing, as painted: 4.0:1 and better in light, 4.6:1 in dark.
"""

from dataclasses import dataclass
from functools import cache

from PySide6.QtGui import QColor

from psoas_break.domain.settings import Hair, Skin
from psoas_break.ui.theme import DARK, LIGHT, Theme, faded, mix

_SKINS = {
    Skin.LIGHT: ("#F0C9A8", "#CFA07C", "#8A5A33", "#9A6A43"),
    Skin.MEDIUM_LIGHT: ("#D8A583", "#B98767", "#3B3431", "#5F4C42"),
    Skin.MEDIUM: ("#B97F56", "#94613D", "#2B2422", "#4B3F39"),
    Skin.MEDIUM_DARK: ("#8A5A3C", "#6A432B", "#221C1A", "#40362F"),
    Skin.DARK: ("#5E3D2B", "#452C1F", "#1B1614", "#3A312C"),
}
"""Each skin, its shade, its hair in light, its hair in dark."""


_MIXED = (
    ("#6FA39B", "#79AEA5"),
    ("#588880", "#4E7A73"),
    ("#86B6AE", "#8FC1B9"),
    ("#2E4150", "#3B5263"),
    ("#2B2A26", "#000000"),
)
"""Shirt, its shade, sleeve, trousers behind, and shadow; in light and in dark."""

_AS_THEY_ARE = {
    "trousers": ("#3E5566", "#5B788C"),
    "lens": ("#16323A", "#12262D"),
    "bone": ("#FFFFFF", "#FFFFFF"),
    "psoas_short": ("#B7A3C4", "#B7A3C4"),
    "psoas_rest": ("#F2B3A1", "#F2B3A1"),
    "psoas_long": ("#FF6B4A", "#FF7350"),
    "diaphragm": ("#FFCF80", "#FFCF80"),
    "mat": ("#B9CBC6", "#35504C"),
    "mat_edge": ("#A3B8B2", "#2B423F"),
    "wood": ("#CDBFAA", "#5A5348"),
    "wood_shade": ("#B7A68D", "#463F36"),
    "cloth": ("#D9D2C6", "#4A4F4E"),
    "cloth_shade": ("#C6BDAE", "#3B4040"),
    "metal": ("#9BA7A6", "#B4BFBC"),
    "metal_shade": ("#7F8C8B", "#97A3A1"),
    "rubber": ("#C98A5B", "#A8714A"),
    "wall": ("#E6E1D6", "#20292C"),
    "wall_edge": ("#D2CBBC", "#323C40"),
}
"""Colours that are mixed with no other, by their use; in light and in dark."""


@dataclass(frozen=True, slots=True)
class Looks:
    """What the drawn person looks like."""

    skin: Skin = Skin.MEDIUM_LIGHT
    hair: Hair = Hair.SHORT


USUAL = Looks()

_DEEPEST = frozenset({Skin.MEDIUM_DARK, Skin.DARK})
_FAR = 0.10
_FAR_DARK = 0.06
"""How far the limbs behind the body fade into the stage."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureColours:
    """Every colour of the figure by its use.

    Attributes:
        bun: whether the hair is tied.
        rim: the pale contour around everything, None where it needs none.
        lens: the dark of the x-ray lens and of the psoas' casing.
        lens_alpha: how solid the lens is at its middle.
        shadow: of limbs on the body.
        ground_shadow, contact: under the body, where it is near the floor and where
            it touches.
        psoas_short, psoas_rest, psoas_long: the band's colour by its length.
    """

    bun: bool
    rim: QColor | None
    skin: QColor
    far_skin: QColor
    neck: QColor
    ear: QColor
    hair: QColor
    eye: QColor
    shirt: QColor
    shirt_back: QColor
    shirt_front: QColor
    sleeve: QColor
    far_shirt: QColor
    trousers: QColor
    far_trousers: QColor
    shadow: QColor
    ground_shadow: QColor
    contact: QColor
    lens: QColor
    lens_alpha: float
    bone: QColor
    psoas_short: QColor
    psoas_rest: QColor
    psoas_long: QColor
    diaphragm: QColor
    hint: QColor
    hint_casing: QColor
    mat: QColor
    mat_edge: QColor
    wood: QColor
    wood_shade: QColor
    cloth: QColor
    cloth_shade: QColor
    metal: QColor
    metal_shade: QColor
    rubber: QColor
    wall: QColor
    wall_edge: QColor

    def psoas(self, level: float) -> QColor:
        """Return the band's colour: level -1 shortened, 0 at rest, 1 lengthened."""
        end = self.psoas_long if level > 0 else self.psoas_short
        return mix(self.psoas_rest, end, abs(level))


def colours_for(theme: Theme, looks: Looks = USUAL) -> FigureColours:
    """Return the figure's colours in a theme, for a choice of looks."""
    return _colours(dark=theme.dark, looks=looks)


@cache
def _colours(*, dark: bool, looks: Looks) -> FigureColours:
    theme = DARK if dark else LIGHT
    behind = _FAR_DARK if dark else _FAR
    skin, skin_shade = (QColor(value) for value in _SKINS[looks.skin][:2])
    if dark and looks.skin is Skin.MEDIUM_LIGHT:
        skin, skin_shade = QColor("#D6A483"), QColor("#9E755B")
    hair = QColor(_SKINS[looks.skin][3 if dark else 2])
    shirt, shirt_shade, sleeve, far_trousers, shadow = (
        QColor(pair[dark]) for pair in _MIXED
    )

    def far(colour: QColor) -> QColor:
        return mix(colour, theme.stage_bottom, behind)

    return FigureColours(
        bun=looks.hair is Hair.BUN,
        rim=_rim(looks) if dark else None,
        skin=skin,
        far_skin=far(skin_shade),
        neck=mix(skin, skin_shade, 0.55),
        ear=skin_shade,
        hair=hair,
        eye=faded(hair, 0.75),
        shirt=shirt,
        shirt_back=mix(shirt, shirt_shade, 0.55),
        shirt_front=mix(shirt, sleeve, 0.35),
        sleeve=sleeve,
        far_shirt=far(shirt_shade),
        far_trousers=far(far_trousers),
        shadow=faded(shadow, 0.085),
        ground_shadow=faded(shadow, 0.24 if dark else 0.12),
        contact=faded(shadow, 0.40 if dark else 0.20),
        lens_alpha=0.60 if dark else 0.68,
        hint=theme.hint,
        hint_casing=faded(theme.halo, 0.85),
        **{use: QColor(pair[dark]) for use, pair in _AS_THEY_ARE.items()},
    )


def _rim(looks: Looks) -> QColor:
    return faded(QColor("#FFFFFF"), 0.20 if looks.skin in _DEEPEST else 0.16)
