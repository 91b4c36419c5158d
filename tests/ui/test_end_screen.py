import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSlider, QLabel
from pytestqt.qtbot import QtBot

from psoas_break.app.commands import Settle
from psoas_break.domain.history import Feeling, SessionOutcome, Side
from psoas_break.domain.noticing import Noticing, Question
from psoas_break.domain.proposals import Choice, Proposal, Topic
from psoas_break.domain.session_values import (
    Dismissed,
    Ended,
    FeltPressed,
    NoticedPressed,
)
from psoas_break.ui.buttons import Button
from psoas_break.ui.end_screen import EndScreen, More
from psoas_break.ui.end_summary import Done, done_in, time_words, total_words
from psoas_break.ui.theme import LIGHT
from tests.ui.samples import ALL_HELD, START, STRETCH, course, held, seconds

# The offscreen platform says so whenever a window gets a least size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

STOP_RULE = "Sharp or spreading pain: stop."


def screen(
    qtbot: QtBot, ended: Ended, *, see_clinician: bool = False, easier: str = ""
) -> EndScreen:
    made = EndScreen(theme=LIGHT)
    qtbot.addWidget(made)
    made.show_end(ended, see_clinician=see_clinician, easier=easier)
    made.resize(388, 600)
    made.show()
    return made


def ended(felt: Feeling | None = None, hurt: str = "", upto: int = 6) -> Ended:
    return Ended(course(ALL_HELD[:upto]), SessionOutcome.FINISHED, START, felt, hurt)


def words(made: EndScreen) -> list[str]:
    return [label.text() for label in made.findChildren(QLabel) if label.isVisible()]


def button(made: EndScreen, text: str) -> Button:
    return next(
        b for b in made.findChildren(Button) if b.text() == text and b.isVisible()
    )


@pytest.mark.parametrize(
    ("key", "feeling"),
    [
        (Qt.Key.Key_F, Feeling.FINE),
        (Qt.Key.Key_T, Feeling.TOO_MUCH),
        (Qt.Key.Key_H, Feeling.HURT),
    ],
)
def test_each_answer_has_one_key(qtbot: QtBot, key: Qt.Key, feeling: Feeling) -> None:
    made = screen(qtbot, ended())

    with qtbot.waitSignal(made.happened, timeout=1000) as heard:
        made.press(key)

    assert heard.args == [FeltPressed(feeling)]


def test_an_answer_can_be_clicked(qtbot: QtBot) -> None:
    made = screen(qtbot, ended())

    with qtbot.waitSignal(made.happened, timeout=1000) as heard:
        QTest.mouseClick(button(made, "&Too much"), Qt.MouseButton.LeftButton)

    assert heard.args == [FeltPressed(Feeling.TOO_MUCH)]


def test_escape_leaves_without_an_answer(qtbot: QtBot) -> None:
    made = screen(qtbot, ended())

    with qtbot.waitSignal(made.happened, timeout=1000) as heard:
        made.press(Qt.Key.Key_Escape)

    assert heard.args == [Dismissed()]


def test_it_says_what_was_done_on_each_side(qtbot: QtBot) -> None:
    shown = words(screen(qtbot, ended()))

    assert "Half-kneeling stretch" in shown
    assert "Left 40 s" in shown
    assert "Right 40 s" in shown
    assert "12 breaths" in shown


def test_an_answer_cannot_be_given_twice(qtbot: QtBot) -> None:
    made = screen(qtbot, ended(Feeling.TOO_MUCH))

    assert not made.press(Qt.Key.Key_F)


def test_after_hurt_the_stop_rule_is_there_at_once(qtbot: QtBot) -> None:
    shown = words(screen(qtbot, ended(Feeling.HURT)))

    assert any(text.startswith(STOP_RULE) for text in shown)


def test_after_hurt_it_asks_which_one(qtbot: QtBot) -> None:
    made = screen(qtbot, ended(Feeling.HURT))

    with qtbot.waitSignal(made.happened, timeout=1000) as heard:
        button(made, "Half-kneeling stretch").click()

    assert heard.args == [FeltPressed(Feeling.HURT, "half-kneeling")]


def test_once_known_its_easier_version_is_offered(qtbot: QtBot) -> None:
    made = screen(qtbot, ended(Feeling.HURT, "half-kneeling"), easier="standing")

    with qtbot.waitSignal(made.start_wanted, timeout=1000) as heard:
        button(made, "Easier version").click()

    assert heard.args == ["standing"]


def test_breathing_is_offered_instead(qtbot: QtBot) -> None:
    made = screen(qtbot, ended(Feeling.HURT, "half-kneeling"))

    with qtbot.waitSignal(made.start_wanted, timeout=1000) as heard:
        button(made, "Breathe instead").click()

    assert heard.args == ["breathe"]


@pytest.mark.parametrize("see_clinician", [True, False])
def test_the_clinician_line_comes_only_when_asked_for(
    qtbot: QtBot, *, see_clinician: bool
) -> None:
    made = screen(
        qtbot, ended(Feeling.HURT, "half-kneeling"), see_clinician=see_clinician
    )

    assert any("clinician before" in text for text in words(made)) is see_clinician


def test_the_answers_of_the_last_choice_do_not_stay(qtbot: QtBot) -> None:
    made = screen(qtbot, ended(Feeling.HURT))

    made.show_end(ended(Feeling.HURT, "half-kneeling"), easier="standing")

    shown = [b.text() for b in made.findChildren(Button) if b.isVisible()]
    assert shown == ["Easier version", "Breathe instead", "Close"]


def test_two_holds_of_one_exercise_make_one_line() -> None:
    records = (
        held(STRETCH, Side.LEFT, 20),
        held(STRETCH, Side.RIGHT, 30),
        held(STRETCH, Side.LEFT, 15),
    )

    assert done_in(records, {STRETCH.id: STRETCH.name}) == (
        Done(
            exercise=STRETCH.id,
            name=STRETCH.name,
            left=seconds(35),
            right=seconds(30),
        ),
    )


@pytest.mark.parametrize(
    ("time", "said"), [(40, "40 s"), (60, "1 min"), (70, "1 min 10 s"), (0.4, "0 s")]
)
def test_times_are_said_in_minutes_and_seconds(time: float, said: str) -> None:
    assert time_words(seconds(time)) == said


def test_a_break_ended_at_once_is_no_failure() -> None:
    assert total_words(()) == "Nothing held this time. That is fine."


# --- What else is asked and offered ---------------------------------------------

SORE = Proposal(
    topic=Topic.GENTLE, line="Sore?", choices=((Choice.MOBILITY, "Mobility only"),)
)


@pytest.mark.parametrize("noticing", Noticing)
def test_which_side_is_answered_with_one_button(
    qtbot: QtBot, noticing: Noticing
) -> None:
    made = screen(qtbot, ended())
    made.show_more(More(question=Question.TIGHTER))

    with qtbot.waitSignal(made.happened, timeout=1000) as heard:
        made.sides.buttons[noticing].click()

    assert heard.args == [NoticedPressed(Question.TIGHTER, noticing)]
    assert "Which side felt tighter?" in words(made)


@pytest.mark.parametrize("height", [526, 640])
def test_no_other_answer_moves_to_where_one_was_given(
    qtbot: QtBot, height: int
) -> None:
    made = screen(qtbot, ended())
    made.show_more(More(question=Question.TIGHTER))
    made.resize(388, height)
    qtbot.wait(1)
    before = button(made, "&Fine").mapTo(made, QPoint())

    made.sides.buttons[Noticing.LEFT].click()
    made.show_more(More())
    qtbot.wait(1)

    assert not made.sides.isVisible()
    assert button(made, "&Fine").mapTo(made, QPoint()) == before


def test_the_next_break_keeps_no_room_for_what_was_answered(qtbot: QtBot) -> None:
    made = screen(qtbot, ended())
    made.show_more(More())
    qtbot.wait(1)
    plain = button(made, "&Fine").mapTo(made, QPoint())
    made.show_more(More(question=Question.TIGHTER))
    made.sides.buttons[Noticing.LEFT].click()
    made.show_more(More())

    made.hide()
    made.show_more(More())
    made.show()
    qtbot.wait(1)

    assert button(made, "&Fine").mapTo(made, QPoint()) == plain


def test_only_a_self_check_says_that_it_is_no_test(qtbot: QtBot) -> None:
    made = screen(qtbot, ended())
    for question, said in ((Question.TIGHTER, False), (Question.STEADIER, True)):
        made.show_more(More(question=question))
        assert any("not a test result" in line for line in words(made)) == said


def test_one_thing_at_a_time_and_it_can_be_refused(qtbot: QtBot) -> None:
    made = screen(qtbot, ended(Feeling.TOO_MUCH))
    made.show_more(More(question=Question.TIGHTER, proposal=SORE))
    assert "Which side felt tighter?" not in words(made)

    for index, choice in enumerate((Choice.MOBILITY, Choice.NO)):
        made.show_more(More(proposal=SORE))
        with qtbot.waitSignal(made.asked, timeout=1000) as heard:
            made.proposal.buttons[index].click()
        assert heard.args == [Settle(Topic.GENTLE, choice)]
        assert "Sore?" not in words(made)


def test_usually_nothing_more_is_asked(qtbot: QtBot) -> None:
    made = screen(qtbot, ended())
    made.show_more(More())
    assert not made.sides.isVisible()
    assert not made.proposal.isVisible()


def test_in_a_small_window_the_picture_gives_way_to_the_question(qtbot: QtBot) -> None:
    made = screen(qtbot, ended())
    made.show_more(More(question=Question.LOWER))
    made.resize(388, 526)
    assert not made._emblem.isVisible()
    assert made.sides.isVisible()

    made.resize(388, 640)
    assert made._emblem.isVisible()


def test_where_there_is_no_room_for_all_of_it_one_scrolls(qtbot: QtBot) -> None:
    made = screen(qtbot, ended())
    made.show_more(More(question=Question.LOWER))
    made.resize(388, 420)
    below = max(
        (one for one in made.sides.findChildren(QLabel) if one.isVisible()),
        key=lambda one: one.y(),
    )

    made._scroll.verticalScrollBar().triggerAction(
        QAbstractSlider.SliderAction.SliderToMaximum
    )

    assert below.height() >= below.heightForWidth(below.width())
    assert below.visibleRegion().boundingRect() == below.rect()
    assert button(made, "Close").geometry().bottom() < made.height()
