"""An entry of the history as a line: whole and as it was written, or refused."""

import json
import sqlite3
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas_break.domain.history import Feeling, Felt, NaturalBreak, Voided
from psoas_break.storage.journal_history import history_of
from psoas_break.storage.journal_lines import (
    LONGEST,
    LineError,
    TornError,
    UnknownError,
    line_of,
    row_of_line,
)
from psoas_break.storage.journal_rows import Row, row_of
from psoas_break.storage.journal_schema import INSERT, MIGRATIONS
from tests.storage.stories import at, prompt, stretch

DEVICE = bytes(range(16))
TAKEN = NaturalBreak(started=at("10:00"), ended=at("10:08"))
RECORDS = [
    *stretch(at("09:40")),
    *prompt(at("09:39")),
    TAKEN,
    Voided(of=TAKEN.key, at=at("10:10")),
    Felt(session=at("09:40"), at=at("09:42"), feeling=Feeling.HURT, exercise="plank"),
]
ROWS = [row_of(record, DEVICE) for record in RECORDS]


def changed(**values: object) -> bytes:
    return json.dumps(json.loads(line_of(ROWS[1])) | values).encode()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.kind)
def test_a_row_read_back_is_the_row_written(row: Row) -> None:
    assert row_of_line(line_of(row)) == row


@pytest.mark.parametrize("length", [5, 12, 40, 200])
def test_a_line_that_breaks_off_is_torn(length: int) -> None:
    with pytest.raises(TornError):
        row_of_line(line_of(ROWS[0])[:length])


def test_a_line_of_a_newer_app_is_told_apart() -> None:
    with pytest.raises(UnknownError):
        row_of_line(changed(version=2))


@pytest.mark.parametrize(
    "values",
    [
        {"seconds": "30.5"},
        {"seconds": 1e400},
        {"side": "above"},
        {"seconds": 1e13},
        {"breaths": 2**63},
        {"breaths": -1},
        {"what": "half a character: \ud83d"},
        {"detail": ["a", "list"]},
        {"detail": 7},
        {"day": "2026-03-04"},
        {"day": None},
        {"id": "4b0e"},
        {"id": 7},
        {"device": None},
        {"kind": "nothing we know"},
        {"position": 3},
        {"started": "yesterday"},
        {"started": "0001-01-01T00:00:00+14:00"},
        {"part_of": "9999-12-31T23:00:00-14:00"},
    ],
)
def test_what_is_not_as_it_was_written_is_refused(values: dict[str, object]) -> None:
    with pytest.raises(LineError):
        row_of_line(changed(**values))


@pytest.mark.parametrize(
    "line", [b"", b"\0" * 300, b"[]", b"[" * 9000, b"1" * (LONGEST + 1), b"\xff\xfe{}"]
)
def test_garbage_is_refused(line: bytes) -> None:
    with pytest.raises(LineError):
        row_of_line(line)


@given(st.binary(max_size=400))
def test_no_bytes_whatever_do_more_than_be_refused(line: bytes) -> None:
    with pytest.raises(LineError):
        row_of_line(line)


anything = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters(exclude_categories=()))
    | st.sampled_from(["left", "9999-12-31T23:00:00-14:00", "0001-01-01", 2**63]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(), inner),
    max_leaves=3,
)


@given(row=st.sampled_from(ROWS), name=st.sampled_from(Row._fields), value=anything)
def test_whatever_a_line_says_it_is_refused_or_the_database_takes_it(
    row: Row, name: str, value: object
) -> None:
    line = json.dumps(json.loads(line_of(row)) | {name: value}).encode()
    try:
        found = row_of_line(line)
    except LineError:
        return
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute(MIGRATIONS[0][0])
        assert database.execute(INSERT, found).rowcount == 1
    history_of([found])
    assert row_of_line(line_of(found)) == found
