"""The history in words, sorted into days."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from psoas_break.domain.history import Held, PromptNote, SessionOutcome, Side
from psoas_break.domain.noticing import Noticed, Noticing, Question
from psoas_break.domain.past import History, PastSession
from psoas_break.ui.history.lines import Line, Said, events_of
from psoas_break.ui.history.words import day_words, prompt_words, reason_words
from tests.shots.history import NAMES
from tests.ui.a_past import TODAY, a_working_day, at


def lines(history: History) -> list[Line]:
    return events_of(history, NAMES)


def held(side: Side, seconds: int, exercise: str = "standing-march") -> Held:
    start = at(TODAY, 9, 0)
    return Held(
        session=start,
        index=0,
        exercise=exercise,
        side=side,
        held=timedelta(seconds=seconds),
        at=start,
    )


def session(*parts: Held) -> PastSession:
    start = at(TODAY, 9, 0)
    return PastSession(
        id="one",
        started=start,
        ended=start,
        routine="R2",
        outcome=SessionOutcome.FINISHED,
        held=parts,
    )


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 3, 5), "Today"),
        (date(2026, 3, 4), "Yesterday"),
        (date(2026, 3, 3), "Tue 3 Mar"),
        (date(2025, 12, 31), "Wed 31 Dec 2025"),
    ],
)
def test_a_day_is_called_as_one_thinks_of_it(day: date, words: str) -> None:
    assert day_words(day, TODAY) == words


def test_a_day_holds_its_events_latest_first() -> None:
    events = lines(a_working_day())
    assert [line.said.when for line in events[:4]] == [
        "16:20",
        "15:42",
        "14:12",
        "12:30",
    ]


def test_both_sides_of_an_exercise_stand_in_one_line() -> None:
    history = History(sessions=(session(held(Side.LEFT, 30), held(Side.RIGHT, 25)),))
    below = lines(history)[0].below
    assert [(line.said.what, line.said.left, line.said.right) for line in below] == [
        ("Standing march", "0:30", "0:25")
    ]


def test_the_same_exercise_twice_on_a_side_stands_in_two_lines() -> None:
    history = History(sessions=(session(held(Side.LEFT, 30), held(Side.LEFT, 20)),))
    below = lines(history)[0].below
    assert [line.said.left for line in below] == ["0:30", "0:20"]


def test_work_without_sides_says_how_long() -> None:
    history = History(sessions=(session(held(Side.BOTH, 75)),))
    below = lines(history)[0].below
    assert [line.said.what for line in below] == ["Standing march, 1 min 15 s"]


def test_a_line_is_made_once_and_only_when_looked_at() -> None:
    made: list[str] = []

    def below() -> list[Line]:
        made.append("now")
        return [Line(Said)]

    line = Line(Said, below)
    assert made == []
    assert line.below is line.below
    assert made == ["now"]


def test_a_routine_without_a_name_shows_its_id() -> None:
    history = History(sessions=(session(held(Side.BOTH, 75)),))
    assert events_of(history, {})[0].said.what == "R2"


def test_a_prompt_tells_what_became_of_it() -> None:
    told = {prompt_words(prompt) for prompt in a_working_day().prompts}
    assert told == {
        "Started",
        "Snoozed 5 min, Started",
        "Waited (microphone in use), Skipped",
    }


def test_a_prompt_only_shown_is_not_answered_yet() -> None:
    prompt = a_working_day().prompts[0]
    shown = tuple(n for n in prompt.notes if n.note is PromptNote.SHOWN)
    assert prompt_words(replace(prompt, notes=shown)) == "Not answered yet"


def test_every_note_has_its_word() -> None:
    note = a_working_day().prompts[0].notes[0]
    prompt = a_working_day().prompts[0]
    for kind in PromptNote:
        told = replace(prompt, notes=(replace(note, note=kind),))
        assert prompt_words(told)


def test_a_reason_nobody_foresaw_stands_as_it_is() -> None:
    assert reason_words("eclipse") == "eclipse"


def test_what_was_noticed_of_the_sides_stands_among_the_events() -> None:
    noted = Noticed(
        session=at(TODAY, 9, 0),
        at=at(TODAY, 9, 3),
        question=Question.TIGHTER,
        noticing=Noticing.LEFT,
    )
    (line,) = lines(History(noticed=(noted,)))
    assert line.said.cells[:2] == ("9:03", "Which side felt tighter? · Left")
