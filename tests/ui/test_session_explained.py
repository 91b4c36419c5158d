"""What am I looking at, what comes next, and what to look out for."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from psoas_break.domain.exercise import Form, Overlay
from psoas_break.domain.history import Side
from psoas_break.domain.plan import in_form
from psoas_break.domain.position import Position, position_at
from psoas_break.domain.session_values import PausePressed, ResumePressed
from psoas_break.domain.timeline import Part
from psoas_break.ui.explanation import Explanation, Sign, lines_of
from psoas_break.ui.label import Label
from psoas_break.ui.next_up import next_up_of
from psoas_break.ui.session_face import face_of
from psoas_break.ui.stage_corner import StageCorner
from psoas_break.ui.theme import LIGHT
from tests.ui.figures import HALF_KNEELING, play, timeline
from tests.ui.samples import FOUR, at_part, position, seconds
from tests.ui.session_owner import PAUSED, RUNNING, Owner

PLAN = timeline(HALF_KNEELING, Side.LEFT)
HOLDING = position_at(PLAN, at_part(Part.HOLD, 20, of=PLAN))


@pytest.fixture
def owner(qtbot: QtBot) -> Iterator[Owner]:
    made = Owner(qtbot, HOLDING)
    made.shows(RUNNING)
    yield made
    made.window.hide()


def explanation(owner: Owner) -> Explanation:
    found = owner.window.findChild(Explanation)
    assert isinstance(found, Explanation)
    return found


def corner(owner: Owner) -> StageCorner:
    found = owner.window.findChild(StageCorner)
    assert isinstance(found, StageCorner)
    return found


def test_the_question_mark_pauses_and_explains(owner: Owner) -> None:
    QTest.keyClick(owner.window, Qt.Key.Key_Question)
    assert owner.heard == [PausePressed()]
    assert explanation(owner).isVisible()
    said = [label.text() for label in explanation(owner).findChildren(Label)]
    assert any("psoas" in words for words in said)
    assert any("not a measurement" in words for words in said)


def test_the_button_in_the_corner_does_the_same(owner: Owner) -> None:
    corner(owner).ask.click()
    assert owner.heard == [PausePressed()]
    assert explanation(owner).isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Question])
def test_once_read_the_break_goes_on(owner: Owner, key: Qt.Key) -> None:
    QTest.keyClick(owner.window, Qt.Key.Key_Question)
    owner.shows(PAUSED)
    QTest.keyClick(owner.window, key)
    assert owner.heard == [PausePressed(), ResumePressed()]
    assert not explanation(owner).isVisible()


def test_got_it_is_a_button(owner: Owner) -> None:
    QTest.keyClick(owner.window, Qt.Key.Key_F1)
    owner.shows(PAUSED)
    explanation(owner).done.click()
    assert owner.heard == [PausePressed(), ResumePressed()]


def test_a_break_that_was_paused_stays_paused(owner: Owner) -> None:
    owner.shows(PAUSED)
    QTest.keyClick(owner.window, Qt.Key.Key_Question)
    assert explanation(owner).isVisible()
    QTest.keyClick(owner.window, Qt.Key.Key_Escape)
    assert owner.heard == []
    assert not explanation(owner).isVisible()


def test_who_pauses_after_an_explanation_stays_paused_after_the_next(
    owner: Owner,
) -> None:
    QTest.keyClick(owner.window, Qt.Key.Key_Question)
    owner.shows(PAUSED)
    QTest.keyClick(owner.window, Qt.Key.Key_Space)
    owner.shows(RUNNING)
    QTest.keyClick(owner.window, Qt.Key.Key_Space)
    owner.shows(PAUSED)
    owner.heard.clear()
    QTest.keyClick(owner.window, Qt.Key.Key_Question)
    QTest.keyClick(owner.window, Qt.Key.Key_Escape)
    assert owner.heard == []


def test_going_on_puts_the_explanation_away(owner: Owner) -> None:
    QTest.keyClick(owner.window, Qt.Key.Key_Question)
    owner.shows(PAUSED)
    owner.shows(RUNNING)
    assert not explanation(owner).isVisible()


def test_without_a_figure_there_is_nothing_to_explain(qtbot: QtBot) -> None:
    owner = Owner(qtbot, position(Part.HOLD, 16.4))
    owner.shows(RUNNING)
    QTest.keyClick(owner.window, Qt.Key.Key_Question)
    assert owner.heard == []
    assert not corner(owner).ask.isVisible()
    owner.window.hide()


@pytest.mark.parametrize("overlay", Overlay)
def test_each_picture_is_explained_by_what_it_shows(overlay: Overlay) -> None:
    signs = {sign for sign, _words in lines_of(overlay)}
    assert (Sign.LONG in signs) is (overlay is Overlay.PSOAS)
    assert (Sign.DIAPHRAGM in signs) is (overlay is Overlay.DIAPHRAGM)


def test_explaining_a_breath_names_the_diaphragm(qtbot: QtBot) -> None:
    widget = Explanation(theme=LIGHT)
    qtbot.addWidget(widget)
    widget.explain(Overlay.DIAPHRAGM)
    said = " ".join(label.text() for label in widget.findChildren(Label))
    assert "diaphragm" in said


def test_a_hold_names_one_check_at_a_time() -> None:
    begin = PLAN.start_of(HOLDING.index)
    checks = HOLDING.exercise.words.checks
    share = HOLDING.segment.length / len(checks)
    notes = []
    for number in range(len(checks)):
        here = position_at(PLAN, begin + share * (number + 0.5))
        face = face_of(here, play=play(HALF_KNEELING))
        notes.append(getattr(face.picture, "note", ""))
        assert checks[number] in face.spoken
    assert notes == [f"Check: {check}" for check in checks]


def test_the_other_side_is_announced_in_the_last_seconds() -> None:
    end = PLAN.start_of(HOLDING.index) + HOLDING.segment.length
    early = next_up_of(position_at(PLAN, end - timedelta(seconds=12)))
    late = next_up_of(position_at(PLAN, end - timedelta(seconds=2)))
    assert early is None
    assert late is not None
    assert (late.words, late.side) == ("Next: Right side", Side.RIGHT)


def test_the_next_exercise_is_announced_with_its_figure(qtbot: QtBot) -> None:
    here = position_at(FOUR, at_part(Part.EASE, 1, of=FOUR, side=Side.RIGHT))
    found = next_up_of(here)
    assert found is not None
    assert (found.words, found.exercise.id) == (
        "Next: Standing march",
        "standing-march",
    )
    owner = Owner(qtbot, here)
    owner.shows(RUNNING)
    assert corner(owner).next_up == found
    owner.window.hide()


def test_while_getting_ready_nothing_is_announced() -> None:
    assert next_up_of(position_at(FOUR, seconds(1))) is None


@pytest.mark.parametrize(
    ("form", "words"),
    [(Form.EASIER, "easier"), (Form.HARDER, "harder"), (Form.USUAL, "")],
)
def test_the_header_says_in_which_form(form: Form, words: str) -> None:
    plan = PLAN if form is Form.USUAL else in_form(PLAN, HOLDING.index, form)
    here: Position = position_at(plan, plan.start_of(HOLDING.index) + seconds(3))
    face = face_of(here)
    assert face.progress == " · ".join(filter(None, ("Exercise 1 of 1", words)))
    assert face.form is form
    assert face.forms == {Form.EASIER, Form.HARDER}
    if words:
        assert here.cue == here.exercise.words_for(form)
