from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QTransform

from psoas_break.domain.exercise import Overlay
from psoas_break.domain.figure.psoas import psoas_of
from psoas_break.domain.figure.scene import HintAt, Prop, PropKind, Push, Turn
from psoas_break.domain.settings import Hair, Skin
from psoas_break.ui.figure.body import body_of
from psoas_break.ui.figure.overlay import Ribbon
from psoas_break.ui.figure_colours import Looks, colours_for
from psoas_break.ui.theme import DARK, LIGHT, Theme
from tests.ui.figures import (
    HALF_KNEELING,
    apart,
    count_of,
    drawn,
    is_like,
    painted,
    pixels,
    play,
    posed,
    setting,
    unlike,
)

pytestmark = pytest.mark.usefixtures("qapp")


def picture(name: str, pose: str, theme: Theme = LIGHT) -> QImage:
    return painted(play(name), posed(name, pose), setting(play(name), theme))


def band_colour(name: str, pose: str, theme: Theme = LIGHT) -> QColor:
    """The most saturated pixel on the widest part of the band, off its fibres."""
    frame, stage = posed(name, pose), setting(play(name), theme)
    image = painted(play(name), frame, stage)
    x, y = psoas_of(frame.joints).course[2]
    middle = stage.world.map(QPointF(x, y)).toPoint()
    near = [
        image.pixelColor(middle.x() + dx, middle.y() + dy)
        for dx in range(-3, 4)
        for dy in range(-3, 4)
    ]
    wanted = colours_for(theme).psoas(psoas_of(frame.joints).level)
    return min(near, key=lambda colour: apart(colour, wanted))


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_a_lengthened_psoas_is_coral(theme: Theme) -> None:
    long = colours_for(theme).psoas_long

    assert apart(band_colour(HALF_KNEELING, "deep", theme), long) < 24


def test_a_shortened_psoas_is_pale_and_cool() -> None:
    colour = band_colour("standing-march", "knee_up")

    assert colour.blue() > colour.green()
    assert apart(colour, colours_for(LIGHT).psoas_short) < 40


def test_without_a_lens_nothing_inside_shows() -> None:
    whole = play(HALF_KNEELING)
    shut = replace(whole, overlay=Overlay.NONE)
    frame, stage = posed(HALF_KNEELING, "deep"), setting(whole)
    coral = stage.colours.psoas_long

    assert count_of(painted(whole, frame, stage), coral, 20) > 100
    assert count_of(painted(shut, frame, stage), coral, 20) == 0


def test_breathing_shows_a_diaphragm_that_sinks_with_the_in_breath() -> None:
    here = play("breath-seated")
    gold = colours_for(LIGHT).diaphragm

    def top(breath: float) -> int:
        frame = posed("breath-seated", "sit", breath=breath)
        image = painted(here, frame, setting(here))
        found = (is_like(pixel, gold, 10) for pixel in pixels(image))
        return next(i for i, golden in enumerate(found) if golden) // image.width()

    assert top(0.0) < top(1.0)


def test_the_other_side_is_the_same_picture_turned_round() -> None:
    here = play(HALF_KNEELING)
    frame = posed(HALF_KNEELING, "tuck")

    right = painted(here, frame, setting(here))
    left = painted(here, frame, setting(here, mirrored=True))
    turned = right.transformed(QTransform.fromScale(-1, 1))

    assert unlike(turned, left) < 0.002
    assert unlike(right, left) > 0.05


def test_a_pale_rim_keeps_the_figure_off_the_dark_stage() -> None:
    light = picture(HALF_KNEELING, "start")
    dark = picture(HALF_KNEELING, "start", DARK)

    assert covered(dark) > covered(light)


def covered(image: QImage) -> int:
    """How many pixels are well covered."""
    return sum(solid > 30 for *_, solid in pixels(image))


@pytest.mark.parametrize("skin", list(Skin))
def test_the_person_has_the_skin_that_was_chosen(skin: Skin) -> None:
    here = play(HALF_KNEELING)
    looks = Looks(skin=skin)
    image = painted(here, posed(HALF_KNEELING, "start"), setting(here, looks=looks))

    assert count_of(image, colours_for(LIGHT, looks).skin, 2) > 300


def test_tied_hair_shows_behind_the_head() -> None:
    here = play(HALF_KNEELING)
    hair = colours_for(LIGHT).hair

    def hairs(style: Hair) -> int:
        stage = setting(here, looks=Looks(hair=style))
        return count_of(painted(here, posed(HALF_KNEELING, "start"), stage), hair)

    assert hairs(Hair.BUN) > hairs(Hair.SHORT)


@pytest.mark.parametrize("name", drawn())
def test_a_bun_gives_way_to_the_floor(name: str) -> None:
    for pose in play(name).choreography.figure.poses:
        joints = posed(name, pose).joints
        hair = body_of(joints, bun=True).head.hair.boundingRect()
        face = body_of(joints, bun=False).head.hair.boundingRect()

        assert hair.top() >= min(-0.003, face.top() - 0.001)


@pytest.mark.parametrize(
    "hint",
    [
        Turn(at=HintAt.PELVIS, start=172.0, sweep=84.0, radius=0.118),
        Push(at=HintAt.HIP, direction=-6.0, start=-0.215, length=0.1),
    ],
)
def test_a_hint_grows_from_nothing(hint: Turn | Push) -> None:
    here = play(HALF_KNEELING)
    frame = posed(HALF_KNEELING, "start")
    colour = colours_for(LIGHT).hint

    def arrow(growth: float) -> int:
        pointing = replace(frame, hints=(hint,), hint_growth=growth)
        return count_of(painted(here, pointing, setting(here)), colour, 20)

    assert arrow(0.0) < arrow(0.5) < arrow(1.0)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_an_arrow_is_seen_on_trousers(theme: Theme) -> None:
    here, stage = play(HALF_KNEELING), setting(play(HALF_KNEELING), theme)
    frame = posed(HALF_KNEELING, "start")
    knee = frame.joints.near_leg.knee
    along = Push(at=HintAt.NEAR_KNEE, direction=90.0, start=0.08, length=0.06)
    pointing = replace(frame, hints=(along,), hint_growth=1.0)

    image = painted(here, pointing, stage)
    y = knee[1] + 0.09
    across = [knee[0] - 0.02 + 0.001 * step for step in range(40)]
    seen = [image.pixelColor(stage.world.map(QPointF(x, y)).toPoint()) for x in across]

    assert min(apart(one, theme.hint) for one in seen) < 24
    assert min(apart(one, theme.halo) for one in seen) < 60


@pytest.mark.parametrize("kind", [PropKind.WEIGHTS, PropKind.BAND])
def test_what_is_carried_goes_with_the_body(kind: PropKind) -> None:
    here = play("standing-march")
    frame = posed("standing-march", "knee_up")

    without = painted(here, frame, setting(here))
    with_it = painted(replace(here, kit=(Prop(kind),)), frame, setting(here))

    assert unlike(without, with_it) > 0.0005


def test_what_is_picked_up_stands_on_the_floor() -> None:
    here = play("farmer-carry")
    stage = setting(here)
    image = painted(here, posed("farmer-carry", "pick_up"), stage)
    iron = colours_for(LIGHT).metal_shade

    lowest = max(
        y
        for x in range(image.width())
        for y in range(image.height())
        if apart(image.pixelColor(x, y), iron) < 8
    )

    assert lowest == pytest.approx(stage.world.map(QPointF(0.0, 0.0)).y(), abs=2.5)


def test_a_roller_rolls_half_as_far_as_the_body() -> None:
    here = play("foam-roll-hip-flexor")
    foam = colours_for(LIGHT).rubber

    def middle(pose: str) -> float:
        frame = posed("foam-roll-hip-flexor", pose)
        image = painted(here, frame, setting(here))
        at = [
            x
            for x in range(image.width())
            for y in range(image.height())
            if apart(image.pixelColor(x, y), foam) < 8
        ]
        return (min(at) + max(at)) / 2

    scale = setting(here).world.m11()
    hip = posed("foam-roll-hip-flexor", "on_thigh").joints.hip[0]

    moved = middle("on_thigh") - middle("knee_out")

    assert moved == pytest.approx(scale * hip / 2, abs=1.5)


def test_a_hand_closes_round_a_bar() -> None:
    here = play("hanging-knee-raise")
    frame = posed("hanging-knee-raise", "hang")
    stage = setting(here)
    bar = next(prop for prop in here.scene.props if prop.kind is PropKind.BAR)

    seen = painted(here, frame, stage)
    at = stage.world.map(QPointF(sum(bar.x) / 2, bar.y))

    assert apart(seen.pixelColor(at.toPoint()), stage.colours.metal) < 12


def test_a_long_band_is_slim_and_a_short_one_thick() -> None:
    def girth(name: str, pose: str) -> float:
        band = psoas_of(posed(name, pose).joints)
        return max(wide for *_, wide in Ribbon(band)._line)

    assert girth(HALF_KNEELING, "deep") < girth("standing-march", "knee_up")
