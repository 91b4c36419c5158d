"""Theme and motion: the user's word first, then the desktop's."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from psoas_break.domain.settings import Look as LookSettings
from psoas_break.domain.settings import Motion, ThemeChoice
from psoas_break.ui import look as look_module
from psoas_break.ui.look import Look
from psoas_break.ui.theme import DARK, LIGHT, Theme

Desktop = Callable[[Theme], None]
CHOSEN = LookSettings(theme=ThemeChoice.LIGHT, motion=Motion.FULL)


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The application, as it was before and after."""
    style, palette = qapp.style().name(), qapp.palette()
    yield qapp
    qapp.setStyle(style)
    qapp.setPalette(palette)


@pytest.fixture
def desktop(monkeypatch: pytest.MonkeyPatch) -> Desktop:
    """Have the desktop be dark, or light; the offscreen one cannot."""

    def be(theme: Theme) -> None:
        dark = theme is DARK
        monkeypatch.setattr(look_module, "system_prefers_dark", lambda _hints: dark)

    return be


def test_the_user_s_theme_wins(app: QApplication, desktop: Desktop) -> None:
    desktop(DARK)

    assert Look(app=app, settings=CHOSEN).theme is LIGHT


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
def test_else_the_desktop_s(app: QApplication, desktop: Desktop, theme: Theme) -> None:
    desktop(theme)

    assert Look(app=app, settings=LookSettings()).theme is theme


def test_what_qt_paints_by_itself_is_dressed_too(app: QApplication) -> None:
    Look(app=app, settings=replace(CHOSEN, theme=ThemeChoice.DARK))

    window = QPalette.ColorRole.Window
    assert app.palette().color(window) == DARK.palette().color(window)


def test_another_choice_is_told_and_worn(app: QApplication, qtbot: QtBot) -> None:
    look = Look(app=app, settings=CHOSEN)

    with qtbot.waitSignal(look.changed):
        look.use(replace(CHOSEN, theme=ThemeChoice.DARK))

    window = QPalette.ColorRole.Window
    assert look.theme is DARK
    assert app.palette().color(window) == DARK.palette().color(window)


def test_the_same_choice_is_no_news(app: QApplication, qtbot: QtBot) -> None:
    look = Look(app=app, settings=CHOSEN)

    with qtbot.assertNotEmitted(look.changed):
        look.use(CHOSEN)


def test_a_desktop_that_turns_dark_is_followed(
    app: QApplication, desktop: Desktop, qtbot: QtBot
) -> None:
    desktop(LIGHT)
    look = Look(app=app, settings=LookSettings())
    desktop(DARK)

    with qtbot.waitSignal(look.changed):
        app.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)

    window = QPalette.ColorRole.Window
    assert app.palette().color(window) == DARK.palette().color(window)


@pytest.mark.parametrize(
    ("motion", "reduced"), [(Motion.REDUCED, True), (Motion.FULL, False)]
)
def test_the_user_s_word_on_motion_wins(
    app: QApplication, motion: Motion, *, reduced: bool
) -> None:
    look = Look(app=app, settings=replace(CHOSEN, motion=motion))

    assert look.reduced_motion is reduced


def test_else_the_desktop_says_whether_things_move(app: QApplication) -> None:
    look = Look(app=app, settings=replace(CHOSEN, motion=Motion.SYSTEM))
    told: list[bool] = []
    look.changed.connect(lambda: told.append(look.reduced_motion))

    for stills in (False, True, True, False):
        look.heed_desktop(stills)

    assert told == [True, False]


def test_a_desktop_that_stills_does_not_overrule_the_user(app: QApplication) -> None:
    look = Look(app=app, settings=CHOSEN)
    told: list[str] = []
    look.changed.connect(lambda: told.append("changed"))

    look.heed_desktop(stills=True)

    assert not look.reduced_motion
    assert told == []
