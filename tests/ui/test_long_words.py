"""Words longer than English ones still have their place."""

import pytest
from PySide6.QtGui import QFont, QFontMetrics
from pytestqt.qtbot import QtBot

from psoas_break import words
from psoas_break.domain.settings import SpanLimits, Unit
from psoas_break.ui.buttons import Button
from psoas_break.ui.history.cards import StatCard
from psoas_break.ui.label import Label
from psoas_break.ui.session_controls import SessionControls
from psoas_break.ui.settings.fields import SpanField, TicksField
from psoas_break.ui.settings.tick import broken
from psoas_break.ui.theme import LIGHT
from tests.shots._long_words import LongWords

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
