from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from psoas_break.app.sounding import Hearing
from psoas_break.domain.history import Feeling
from psoas_break.domain.session_values import (
    BackPressed,
    EasierPressed,
    EndConfirmed,
    EndDeclined,
    EndPressed,
    Event,
    FeltPressed,
    HarderPressed,
    NextPressed,
    OtherSidePressed,
    PausePressed,
    ResumePressed,
)
from psoas_break.domain.timeline import Part
from tests.ui.samples import position
from tests.ui.session_owner import ASKING, ENDED, PAUSED, RUNNING, Owner, button, menu

# The offscreen platform says so whenever a window gets a least size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def owner(qtbot: QtBot) -> Iterator[Owner]:
    made = Owner(qtbot, position(Part.HOLD, 16.4))
    yield made
    made.window.hide()


def held(owner: Owner, key: Qt.Key) -> None:
    """Repeat a key that was pressed earlier."""
    none = Qt.KeyboardModifier.NoModifier
    again = QKeyEvent(QEvent.Type.KeyPress, key, none, "", autorep=True)
    QCoreApplication.sendEvent(owner.window, again)


@pytest.mark.parametrize(
    ("key", "event"),
    [
        (Qt.Key.Key_Space, PausePressed()),
        (Qt.Key.Key_Right, NextPressed()),
        (Qt.Key.Key_N, NextPressed()),
        (Qt.Key.Key_Left, BackPressed()),
        (Qt.Key.Key_S, OtherSidePressed()),
        (Qt.Key.Key_E, EasierPressed()),
        (Qt.Key.Key_H, HarderPressed()),
        (Qt.Key.Key_Escape, EndPressed()),
    ],
)
def test_each_key_says_one_thing(owner: Owner, key: Qt.Key, event: Event) -> None:
    owner.shows(RUNNING)

    QTest.keyClick(owner.window, key)

    assert owner.heard == [event]


@pytest.mark.parametrize(
    ("key", "wanted"),
    [
        (Qt.Key.Key_M, Hearing(muted=True)),
        (Qt.Key.Key_T, Hearing(tones=True)),
    ],
)
def test_m_mutes_and_t_leads_by_tones(
    owner: Owner, key: Qt.Key, wanted: Hearing
) -> None:
    owner.shows(RUNNING)
    heard: list[Hearing] = []
    owner.window.hearing_wanted.connect(heard.append)

    QTest.keyClick(owner.window, key)

    assert heard == [wanted]


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_E, Qt.Key.Key_Escape]
)
def test_a_key_acts_once_however_long_it_is_held(owner: Owner, key: Qt.Key) -> None:
    owner.shows(RUNNING)

    held(owner, key)

    assert owner.heard == []


@pytest.mark.parametrize("key", [Qt.Key.Key_H, Qt.Key.Key_Escape])
def test_a_held_key_does_not_answer_the_end_screen(owner: Owner, key: Qt.Key) -> None:
    owner.shows(ENDED)

    held(owner, key)

    assert owner.heard == []


def test_keys_of_a_shortcut_mean_nothing_here(owner: Owner) -> None:
    owner.shows(RUNNING)

    QTest.keyClick(owner.window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)

    assert owner.heard == []


def test_space_goes_on_after_a_pause(owner: Owner) -> None:
    owner.shows(PAUSED)

    QTest.keyClick(owner.window, Qt.Key.Key_Space)

    assert owner.heard == [ResumePressed()]


@pytest.mark.parametrize(
    ("words", "event"),
    [("End", EndPressed()), ("Pause", PausePressed()), ("Next", NextPressed())],
)
def test_each_button_says_one_thing(owner: Owner, words: str, event: Event) -> None:
    owner.shows(RUNNING)

    button(owner.window, words).click()

    assert owner.heard == [event]


def test_a_click_on_next_leaves_space_to_pause(owner: Owner) -> None:
    owner.shows(RUNNING)

    QTest.mouseClick(button(owner.window, "Next"), Qt.MouseButton.LeftButton)
    QTest.keyClick(owner.window.focusWidget() or owner.window, Qt.Key.Key_Space)

    assert owner.heard == [NextPressed(), PausePressed()]


def test_every_entry_of_the_menu_shows_its_key(owner: Owner) -> None:
    owner.shows(RUNNING)

    entries = [action.text() for action in menu(owner.window).actions()]

    assert list(filter(None, entries)) == [
        "Back\tLeft",
        "Mute\tM",
        "Tones for closed eyes\tT",
        "Other side\tS",
        "Easier\tE",
        "Harder\tH",
        "What am I looking at?\t?",
    ]


def test_the_menu_says_the_same_as_the_keys(owner: Owner) -> None:
    owner.shows(RUNNING)

    menu(owner.window).actions()[3].trigger()

    assert owner.heard == [OtherSidePressed()]


def test_mute_is_ticked_only_when_the_owner_says_so(owner: Owner) -> None:
    owner.shows(RUNNING)
    mute = menu(owner.window).actions()[1]

    mute.trigger()
    before = mute.isChecked()
    owner.window.show_hearing(Hearing(muted=True))

    assert (before, mute.isChecked()) == (False, True)


def test_tones_are_ticked_while_they_can_be_heard(owner: Owner) -> None:
    owner.shows(RUNNING)
    tones = menu(owner.window).actions()[2]
    ticked = []

    for hearing in (Hearing(), Hearing(tones=True), Hearing(muted=True, tones=True)):
        owner.window.show_hearing(hearing)
        ticked.append(tones.isChecked())

    assert ticked == [False, True, False]


def test_without_sides_there_is_no_other_side(owner: Owner) -> None:
    owner.here = position(Part.MOVE, 3)
    owner.shows(RUNNING)

    QTest.keyClick(owner.window, Qt.Key.Key_S)

    assert owner.heard == []


def test_before_ending_it_asks_in_the_window(owner: Owner) -> None:
    owner.shows(ASKING)

    button(owner.window, "End").click()

    assert owner.heard == [EndConfirmed()]


def test_escape_at_the_question_keeps_going(owner: Owner) -> None:
    owner.shows(ASKING)

    QTest.keyClick(owner.window, Qt.Key.Key_Escape)

    assert owner.heard == [EndDeclined()]


def test_a_late_space_does_not_answer_the_end_screen(owner: Owner) -> None:
    owner.shows(RUNNING)
    button(owner.window, "Pause").setFocus()
    owner.window.show_session(ENDED)

    QTest.keyClick(owner.window.focusWidget() or owner.window, Qt.Key.Key_Space)

    assert owner.heard == []


def test_the_question_before_ending_holds_the_keyboard(owner: Owner) -> None:
    owner.shows(RUNNING)
    owner.window.show_session(ASKING)

    QTest.keyClick(owner.window.focusWidget() or owner.window, Qt.Key.Key_Return)

    assert owner.heard == [EndDeclined()]


def test_the_end_screen_hears_its_keys(owner: Owner) -> None:
    owner.shows(ENDED)

    QTest.keyClick(owner.window, Qt.Key.Key_T)

    assert owner.heard == [FeltPressed(Feeling.TOO_MUCH)]
