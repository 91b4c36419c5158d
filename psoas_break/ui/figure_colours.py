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
    return _dark(looks) if dark else _light(looks)


def _light(looks: Looks) -> FigureColours:
    skin, skin_shade, hair = (QColor(value) for value in _SKINS[looks.skin][:3])
    shirt, shirt_shade, sleeve = QColor("#6FA39B"), QColor("#588880"), QColor("#86B6AE")
    shadow = QColor("#2B2A26")

    def far(colour: QColor) -> QColor:
        return mix(colour, LIGHT.stage_bottom, _FAR)

    return FigureColours(
        bun=looks.hair is Hair.BUN,
        rim=None,
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
        trousers=QColor("#3E5566"),
        far_trousers=far(QColor("#2E4150")),
        shadow=faded(shadow, 0.085),
        ground_shadow=faded(shadow, 0.12),
        contact=faded(shadow, 0.20),
        lens=QColor("#16323A"),
        lens_alpha=0.68,
        bone=QColor("#FFFFFF"),
        psoas_short=QColor("#B7A3C4"),
        psoas_rest=QColor("#F2B3A1"),
        psoas_long=QColor("#FF6B4A"),
        diaphragm=QColor("#FFCF80"),
        hint=LIGHT.hint,
        hint_casing=faded(LIGHT.halo, 0.85),
        mat=QColor("#B9CBC6"),
        mat_edge=QColor("#A3B8B2"),
        wood=QColor("#CDBFAA"),
        wood_shade=QColor("#B7A68D"),
        cloth=QColor("#D9D2C6"),
        cloth_shade=QColor("#C6BDAE"),
        metal=QColor("#9BA7A6"),
        metal_shade=QColor("#7F8C8B"),
        rubber=QColor("#C98A5B"),
        wall=QColor("#E6E1D6"),
        wall_edge=QColor("#D2CBBC"),
    )


def _dark(looks: Looks) -> FigureColours:
    skin, skin_shade, _, hair = (QColor(value) for value in _SKINS[looks.skin])
    if looks.skin is Skin.MEDIUM_LIGHT:
        skin, skin_shade = QColor("#D6A483"), QColor("#9E755B")
    shirt, shirt_shade, sleeve = QColor("#79AEA5"), QColor("#4E7A73"), QColor("#8FC1B9")
    shadow, white = QColor("#000000"), QColor("#FFFFFF")

    def far(colour: QColor) -> QColor:
        return mix(colour, DARK.stage_bottom, _FAR_DARK)

    return FigureColours(
        bun=looks.hair is Hair.BUN,
        rim=faded(white, 0.20 if looks.skin in _DEEPEST else 0.16),
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
        trousers=QColor("#5B788C"),
        far_trousers=far(QColor("#3B5263")),
        shadow=faded(shadow, 0.085),
        ground_shadow=faded(shadow, 0.24),
        contact=faded(shadow, 0.40),
        lens=QColor("#12262D"),
        lens_alpha=0.60,
        bone=white,
        psoas_short=QColor("#B7A3C4"),
        psoas_rest=QColor("#F2B3A1"),
        psoas_long=QColor("#FF7350"),
        diaphragm=QColor("#FFCF80"),
        hint=DARK.hint,
        hint_casing=faded(DARK.halo, 0.85),
        mat=QColor("#35504C"),
        mat_edge=QColor("#2B423F"),
        wood=QColor("#5A5348"),
        wood_shade=QColor("#463F36"),
        cloth=QColor("#4A4F4E"),
        cloth_shade=QColor("#3B4040"),
        metal=QColor("#B4BFBC"),
        metal_shade=QColor("#97A3A1"),
        rubber=QColor("#A8714A"),
        wall=QColor("#20292C"),
        wall_edge=QColor("#323C40"),
    )
