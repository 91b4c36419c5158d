"""The shapes of `history` are an interface: they stay."""

import csv
import io
import json
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from psoas_break.cli_output import history_csv, history_json, history_text
from psoas_break.domain.history import (
    BreakSource,
    Feeling,
    Held,
    PromptNote,
    PromptRecord,
    SessionOutcome,
    Side,
)
from psoas_break.domain.noticing import Noticed, Noticing, Question
from psoas_break.domain.past import History, PastBreak, PastPrompt, PastSession


def at(clock: str) -> datetime:
    return datetime.fromisoformat(f"2026-03-03T{clock}+01:00")


START = at("09:40:00")
LEFT = Held(
    session=START,
    index=0,
    exercise="standing-hip-flexor-stretch",
    side=Side.LEFT,
    held=timedelta(seconds=30, microseconds=500_100),
    at=at("09:40:40"),
)
SESSION = PastSession(
    id="1-1",
    started=START,
    ended=at("09:41:40"),
    routine="R2",
    outcome=SessionOutcome.FINISHED,
    held=(
        LEFT,
        replace(
            LEFT,
            index=1,
            side=Side.BOTH,
            exercise="breath-seated",
            held=timedelta(seconds=40),
            breaths=4,
        ),
    ),
    feeling=Feeling.FINE,
)
PROMPT = PastPrompt(
    id="2-2",
    prompt=at("09:33:00"),
    notes=(
        PromptRecord(
            prompt=at("09:33:00"),
            at=at("09:33:00"),
            note=PromptNote.SHOWN,
            sat=timedelta(minutes=33),
        ),
        PromptRecord(
            prompt=at("09:33:00"),
            at=at("09:33:20"),
            note=PromptNote.SKIPPED,
            sat=timedelta(minutes=33, seconds=20),
        ),
    ),
)
BREAK = PastBreak(
    id="3-3", started=at("11:00:00"), ended=at("11:08:10"), source=BreakSource.ABSENCE
)
NOTICED = Noticed(
    session=at("09:40:00"),
    at=at("09:41:45"),
    question=Question.TIGHTER,
    noticing=Noticing.LEFT,
)
HISTORY = History(
    sessions=(SESSION,),
    prompts=(PROMPT,),
    natural_breaks=(BREAK,),
    noticed=(NOTICED,),
)


def test_the_json_is_the_documented_shape() -> None:
    assert json.loads(history_json(HISTORY)) == {
        "version": 1,
        "sessions": [
            {
                "id": "1-1",
                "started": "2026-03-03T09:40:00.000+01:00",
                "ended": "2026-03-03T09:41:40.000+01:00",
                "routine": "R2",
                "outcome": "finished",
                "feeling": "fine",
                "exercises": [
                    {
                        "exercise": "standing-hip-flexor-stretch",
                        "side": "left",
                        "held_s": 30.5,
                        "breaths": 0,
                        "repetitions": 0,
                        "stretch": True,
                        "ended": "2026-03-03T09:40:40.000+01:00",
                    },
                    {
                        "exercise": "breath-seated",
                        "side": "both",
                        "held_s": 40,
                        "breaths": 4,
                        "repetitions": 0,
                        "stretch": True,
                        "ended": "2026-03-03T09:40:40.000+01:00",
                    },
                ],
            }
        ],
        "prompts": [
            {
                "id": "2-2",
                "at": "2026-03-03T09:33:00.000+01:00",
                "notes": [
                    {
                        "at": "2026-03-03T09:33:00.000+01:00",
                        "note": "shown",
                        "sitting_s": 1980,
                        "detail": "",
                        "snoozed_s": None,
                    },
                    {
                        "at": "2026-03-03T09:33:20.000+01:00",
                        "note": "skipped",
                        "sitting_s": 2000,
                        "detail": "",
                        "snoozed_s": None,
                    },
                ],
            }
        ],
        "natural_breaks": [
            {
                "id": "3-3",
                "started": "2026-03-03T11:00:00.000+01:00",
                "ended": "2026-03-03T11:08:10.000+01:00",
                "source": "absence",
            }
        ],
        "noticed": [
            {
                "session": "2026-03-03T09:40:00.000+01:00",
                "at": "2026-03-03T09:41:45.000+01:00",
                "question": "tighter",
                "noticing": "left",
            }
        ],
    }


def test_an_open_session_has_no_end() -> None:
    running = replace(SESSION, ended=None, outcome=None, feeling=None)
    (told,) = json.loads(history_json(History(sessions=(running,))))["sessions"]
    assert (told["ended"], told["outcome"], told["feeling"]) == (None, None, None)


def test_an_empty_history_has_empty_lists() -> None:
    told = json.loads(history_json(History()))
    lists = ("sessions", "prompts", "natural_breaks", "noticed")
    assert told == {"version": 1, **{name: [] for name in lists}}


def rows() -> list[dict[str, Any]]:
    return list(csv.DictReader(io.StringIO(history_csv(HISTORY))))


def test_the_csv_has_a_row_for_each_thing() -> None:
    assert [row["kind"] for row in rows()] == [
        "session",
        "session",
        "prompt",
        "prompt",
        "natural_break",
        "noticed",
    ]


def test_a_held_side_is_a_row_of_its_session() -> None:
    assert rows()[0] == {
        "version": "1",
        "kind": "session",
        "id": "1-1",
        "started": "2026-03-03T09:40:00.000+01:00",
        "ended": "2026-03-03T09:41:40.000+01:00",
        "routine": "R2",
        "exercise": "standing-hip-flexor-stretch",
        "side": "left",
        "held_s": "30.5",
        "breaths": "0",
        "repetitions": "0",
        "outcome": "finished",
        "sitting_s": "",
        "detail": "",
        "snoozed_s": "",
    }


def test_a_snooze_is_told_in_seconds() -> None:
    note = PromptRecord(
        prompt=SESSION.started,
        at=SESSION.started,
        note=PromptNote.SNOOZED,
        detail="600",
    )
    asked = PastPrompt(id="4-4", prompt=note.prompt, notes=(note,))
    told = json.loads(history_json(History(prompts=(asked,))))["prompts"][0]["notes"]
    assert (told[0]["snoozed_s"], told[0]["detail"]) == (600, "")


def test_a_session_in_which_nothing_was_held_has_a_row() -> None:
    bare = History(sessions=(replace(SESSION, held=()),))
    assert len(history_csv(bare).splitlines()) == 2


def test_the_table_reads_as_a_day() -> None:
    names = {"R2": "Hip opener"}
    assert history_text(HISTORY, names) == (
        "2026-03-03\n"
        "  09:33  prompt, skipped\n"
        "  09:40  Hip opener, left 0:30, both sides 0:40, 4 breaths, finished\n"
        "  09:41  Which side felt tighter? Left\n"
        "  11:00  away from the desk, 8 min"
    )


@pytest.mark.parametrize(
    ("outcome", "word"),
    [
        (SessionOutcome.ENDED, "ended early"),
        (SessionOutcome.INTERRUPTED, "interrupted"),
        (None, "still open"),
    ],
)
def test_the_table_says_how_a_session_ended(
    outcome: SessionOutcome | None, word: str
) -> None:
    history = History(sessions=(replace(SESSION, outcome=outcome),))
    assert history_text(history).endswith(f", {word}")


@pytest.mark.parametrize(
    ("note", "line"),
    [
        (PromptNote.MISSED, "  09:33  prompt, missed\n"),
        (PromptNote.SNOOZED, "  09:33  prompt, snoozed\n"),
        (PromptNote.STARTED, ""),
    ],
)
def test_the_table_names_what_a_prompt_came_to(note: PromptNote, line: str) -> None:
    last = replace(PROMPT.notes[0], note=note)
    asked = History(prompts=(replace(PROMPT, notes=(last,)),), natural_breaks=(BREAK,))
    table = history_text(asked)
    assert table == f"2026-03-03\n{line}  11:00  away from the desk, 8 min"


def test_what_was_moved_is_a_line() -> None:
    moved = replace(BREAK, source=BreakSource.MOVED)
    assert "\n  11:00  moved" in history_text(History(natural_breaks=(moved,)))


def test_a_night_belongs_to_the_day_before() -> None:
    late = replace(BREAK, started=at("02:00:00"), ended=at("02:10:00"))
    assert history_text(History(natural_breaks=(late,))).startswith("2026-03-02\n")


def test_nothing_recorded_is_said() -> None:
    assert history_text(History()) == "Nothing is recorded yet."
