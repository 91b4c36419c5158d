import re
from pathlib import Path

import pytest

import psoas_break
from psoas_break.domain.settings import Skin
from psoas_break.ui.figure_colours import Looks, colours_for
from psoas_break.ui.theme import DARK, LIGHT, Theme, mix
from tests.ui.test_theme import contrast

VALUE = re.compile(r"""["']#[0-9A-Fa-f]{6}""")


def test_colour_values_stand_in_three_files_only() -> None:
    package = Path(psoas_break.__file__).parent
    holding = {
        path.name
        for path in package.rglob("*.py")
        if VALUE.search(path.read_text("utf-8"))
    }

    assert holding <= {"theme.py", "figure_colours.py", "icon_colours.py"}


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("level", [-1.0, -0.5, 0.0, 0.5, 1.0])
def test_the_band_stands_out_from_its_casing(theme: Theme, level: float) -> None:
    colours = colours_for(theme)
    under_the_lens = mix(colours.shirt, colours.lens, colours.lens_alpha)
    casing = mix(under_the_lens, colours.lens, 0.72)

    assert contrast(colours.psoas(level), casing) >= 4.0


def test_the_deepest_skins_get_the_palest_rim_in_dark() -> None:
    def rim(skin: Skin) -> float:
        found = colours_for(DARK, Looks(skin=skin)).rim
        assert found is not None
        return found.alphaF()

    assert rim(Skin.DARK) > rim(Skin.MEDIUM_LIGHT)
    assert colours_for(LIGHT, Looks(skin=Skin.DARK)).rim is None


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_far_limbs_step_back_from_near_ones(theme: Theme) -> None:
    colours = colours_for(theme)

    assert colours.far_skin.lightnessF() < colours.skin.lightnessF()
    assert colours.far_trousers.lightnessF() < colours.trousers.lightnessF()
