import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from psoas_break.ui.preview import Picture, paint_figure, paint_stage, picture_of
from psoas_break.ui.theme import DARK, LIGHT, Theme
from tests.ui.figures import HALF_KNEELING, count_of, drawn, exercise, unlike

pytestmark = pytest.mark.usefixtures("qapp")

SIZE = QSize(140, 120)
BOX = QRectF(16, 16, 108, 88)


def shown(picture: Picture | None, theme: Theme = LIGHT) -> QImage:
    image = QImage(SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(theme.warm)
    with QPainter(image) as p:
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_stage(p, BOX, theme)
        if picture is not None:
            picture(p, BOX, theme)
    return image


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_the_suggested_exercise_stands_in_the_prompt(theme: Theme) -> None:
    empty = shown(None, theme)

    assert unlike(empty, shown(picture_of(exercise(HALF_KNEELING)), theme)) > 0.02


@pytest.mark.parametrize("name", drawn())
def test_it_never_leaves_its_frame(name: str) -> None:
    empty, image = shown(None), shown(picture_of(exercise(name)))

    assert count_of(image, LIGHT.warm, 0) == count_of(empty, LIGHT.warm, 0)


def test_a_tip_shows_the_app_s_own_figure() -> None:
    assert picture_of(exercise("massage-referral")) is paint_figure
