"""Words longer than English ones still have their place."""

from collections.abc import Iterator
from gettext import translation

import pytest
from PySide6.QtGui import QFont, QFontMetrics
from pytestqt.qtbot import QtBot

from psoas_break import words
from psoas_break.domain.session_values import Session
from psoas_break.domain.settings import SpanLimits, Unit
from psoas_break.domain.timeline import Part
from psoas_break.storage.resources import find_resources
from psoas_break.ui.buttons import Button
from psoas_break.ui.history.cards import StatCard
from psoas_break.ui.label import Label
from psoas_break.ui.session_controls import SessionControls
from psoas_break.ui.settings.fields import SpanField, TicksField
from psoas_break.ui.settings.tick import broken
from psoas_break.ui.theme import LIGHT
from tests.shots._long_words import LongWords
from tests.ui.samples import position
from tests.ui.session_owner import PAUSED, RUNNING, Owner

# The offscreen platform says so whenever a window gets a least size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

HEART = "Beschwerden mit Herz, Lunge oder Blutdruck"


def test_a_tick_breaks_its_words_and_asks_for_no_width(qtbot: QtBot) -> None:
    field = TicksField(options=[(1, HEART), (2, "Knie")], theme=LIGHT)
    qtbot.addWidget(field)
    field.resize(120, 200)
    field.show()

    high, low = field.boxes[1], field.boxes[2]

    assert field.minimumSizeHint().width() < 120
    assert high.text().replace("\n", " ") == HEART
    assert high.text().count("\n") >= 1
    assert high.sizeHint().width() <= 120
    assert high.sizeHint().height() > low.sizeHint().height()
    assert high.accessibleName() == HEART


@pytest.mark.usefixtures("qapp")
def test_a_single_word_is_never_broken() -> None:
    fits = QFontMetrics(QFont())

    assert broken("Schwangerschaft", fits, 1) == "Schwangerschaft"
    assert broken("eins zwei", fits, 1) == "eins\nzwei"


def test_a_card_of_the_history_grows_for_its_caption(qtbot: QtBot) -> None:
    card = StatCard(theme=LIGHT)
    qtbot.addWidget(card)
    card.resize(110, 90)
    card.show()

    card.show_figure("9", "durchschnittliche Zeit im Sitzen ohne Pause")

    caption = card.findChildren(Label)[1]
    needed = caption.fontMetrics().lineSpacing() * 3
    assert caption.minimumHeight() >= needed


def test_pause_is_broad_only_where_its_neighbours_have_their_room(
    qtbot: QtBot,
) -> None:
    controls = SessionControls(theme=LIGHT)
    qtbot.addWidget(controls)
    controls.resize(controls.minimumSizeHint())
    controls.show()
    end, pause, following = (
        button for button in controls.findChildren(Button) if button.isVisible()
    )

    narrow = pause.width()
    apart = end.x() + end.width() <= pause.x() <= following.x() - narrow
    controls.resize(controls.sizeHint() * 2)

    assert apart
    assert narrow < pause.width() == LIGHT.px(152)


def test_the_units_of_the_settings_are_translated(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(words._Speaker, "translations", LongWords())

    field = SpanField(limits=SpanLimits(3, 30, Unit.MINUTES), theme=LIGHT)
    qtbot.addWidget(field)

    assert field.suffix() == " miin"


@pytest.fixture(params=["de", "es", "fr"])
def owner(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Iterator[Owner]:
    folder = find_resources() / "translations"
    spoken = translation(words.DOMAIN, folder, languages=[request.param])
    monkeypatch.setattr(words._Speaker, "translations", spoken)
    made = Owner(qtbot, position(Part.HOLD, 16.4))
    yield made
    made.window.hide()


@pytest.mark.parametrize("session", [RUNNING, PAUSED])
def test_the_smallest_window_of_a_break_has_room_for_its_buttons(
    owner: Owner, session: Session
) -> None:
    window = owner.shows(session).window
    window.resize(window.minimumSize())

    controls = window.findChildren(SessionControls)[0]
    end, pause, following = [b for b in controls.findChildren(Button) if b.isVisible()]

    assert end.geometry().right() < pause.geometry().left()
    assert pause.geometry().right() < following.geometry().left()
    for one in (end, pause, following):
        assert one.width() >= one.minimumSizeHint().width()
