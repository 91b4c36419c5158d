from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from psoas_break.ui.icon_colours import TRAY_DUE, TRAY_ON_DISC
from psoas_break.ui.theme import DARK, LIGHT, Text, Theme, mix, theme_for

BODY_TEXT = 4.5
CONTROLS = 3.0
TEXT_ON_GROUND = [
    ("ink", "bg"),
    ("ink", "surface"),
    ("ink", "surface2"),
    ("ink", "floor"),
    ("ink", "halo"),
    ("muted", "bg"),
    ("muted", "surface"),
    ("muted", "surface2"),
    ("muted", "halo"),
    ("muted", "stage_top"),
    ("accent", "bg"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("soft_ink", "soft"),
    ("soft_ink", "soft_hover"),
    ("warm", "surface"),
    ("warm", "warm_soft"),
    ("left", "left_soft"),
    ("right", "right_soft"),
    ("left", "surface"),
    ("right", "surface"),
    ("hint", "halo"),
]


def luminance(colour: QColor) -> float:
    def linear(c: float) -> float:
        return c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4

    red, green, blue = (
        linear(c) for c in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(a: QColor, b: QColor) -> float:
    """WCAG 2.2, "contrast ratio"."""
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
def test_text_is_readable_on_its_ground(theme: Theme, text: str, ground: str) -> None:
    assert contrast(getattr(theme, text), getattr(theme, ground)) >= BODY_TEXT


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("line", "ground"), [("ctl", "bg"), ("accent", "track")])
def test_outlines_of_controls_can_be_seen(theme: Theme, line: str, ground: str) -> None:
    assert contrast(getattr(theme, line), getattr(theme, ground)) >= CONTROLS


def test_the_figure_on_the_due_icon_can_be_seen() -> None:
    assert contrast(TRAY_ON_DISC, TRAY_DUE) >= CONTROLS


@pytest.mark.parametrize(
    ("choice", "system_dark", "theme"),
    [
        ("light", True, LIGHT),
        ("dark", False, DARK),
        ("system", True, DARK),
        ("system", False, LIGHT),
    ],
)
def test_the_theme_is_the_chosen_one_or_the_systems(
    choice: str, *, system_dark: bool, theme: Theme
) -> None:
    assert theme_for(choice, system_dark=system_dark) is theme


@pytest.fixture
def system_font(qapp: QApplication) -> Iterator[Callable[[QFont], None]]:
    usual = qapp.font()
    yield qapp.setFont
    qapp.setFont(usual)


def test_a_larger_system_font_makes_all_type_larger(
    system_font: Callable[[QFont], None],
) -> None:
    sizes = []
    for points in (10, 20):
        system_font(QFont("Inter", points))
        sizes.append(LIGHT.font(Text.TITLE).pointSizeF())

    assert sizes[1] == pytest.approx(2 * sizes[0])


def test_a_font_set_in_pixels_is_scaled_too(
    system_font: Callable[[QFont], None],
) -> None:
    base = QFont("Inter")
    base.setPixelSize(27)
    system_font(base)

    assert LIGHT.font(Text.BODY).pixelSize() == 28


def test_nothing_is_smaller_than_12_pixels() -> None:
    assert min(style.value[0] for style in Text) >= 12


def test_numbers_do_not_jump_about(qapp: object) -> None:
    del qapp
    tag = QFont.Tag("tnum")

    assert LIGHT.sized_font(27).featureValue(tag) == 1


def test_lengths_never_shrink_with_a_small_font(qtbot: QtBot) -> None:
    del qtbot
    assert LIGHT.px(44) == max(44, round(44 * QFontInfo(QFont()).pixelSize() / 13.33))


def test_dark_fields_are_lighter_than_the_window() -> None:
    palette = DARK.palette()

    field = palette.color(QPalette.ColorRole.Base)

    assert luminance(field) > luminance(palette.color(QPalette.ColorRole.Window))


def test_a_mixture_lies_between_its_ends() -> None:
    assert mix(QColor(0, 100, 200), QColor(200, 100, 0), 0.25).getRgb() == (
        50,
        100,
        150,
        255,
    )
