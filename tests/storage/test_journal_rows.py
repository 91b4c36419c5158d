"""Every record survives being a row."""

from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas_break.domain import history, noticing
from psoas_break.domain.history import NaturalBreak, Record, Voided
from psoas_break.storage.journal_records import record_of, restored
from psoas_break.storage.journal_rows import row_of
from tests.storage.stories import at, stretch

DEVICE = UUID(int=7).bytes

zones = st.sampled_from(
    [UTC, timezone(timedelta(hours=5, minutes=45)), timezone(-timedelta(hours=9))]
)
times = st.datetimes(
    min_value=datetime(2000, 1, 2),  # noqa: DTZ001  the zone comes from the strategy
    max_value=datetime(2100, 1, 1),  # noqa: DTZ001
    timezones=zones,
)
spans = st.timedeltas(min_value=timedelta(), max_value=timedelta(days=2))
words = st.text(min_size=1, max_size=20).filter(lambda text: "\0" not in text)
counts = st.integers(min_value=0, max_value=10_000)


def records_of(kind: type[Record]) -> st.SearchStrategy[Record]:
    values: dict[str, st.SearchStrategy[object]] = {
        "held": spans,
        "sat": spans,
        "index": counts,
        "breaths": counts,
        "repetitions": counts,
        "detail": words,
        "exercise": words,
        "routine": words,
        "of": words,
        "name": words,
        "stretch": st.booleans(),
    }
    enums = {
        "note": history.PromptNote,
        "source": history.BreakSource,
        "kind": history.SpanKind,
        "side": history.Side,
        "outcome": history.SessionOutcome,
        "feeling": history.Feeling,
        "question": noticing.Question,
        "noticing": noticing.Noticing,
    }
    values |= {name: st.sampled_from(enum) for name, enum in enums.items()}
    names = kind.__dataclass_fields__
    return st.builds(kind, **{name: values.get(name, times) for name in names})


@pytest.mark.parametrize("kind", Record.__args__, ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_a_record_read_back_is_the_record_written(
    kind: type[Record], data: st.DataObject
) -> None:
    record = data.draw(records_of(kind))
    assert record_of(row_of(record, DEVICE)) == record


@pytest.mark.parametrize("kind", Record.__args__, ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_every_row_proves_itself_intact(
    kind: type[Record], data: st.DataObject
) -> None:
    row = row_of(data.draw(records_of(kind)), DEVICE)
    assert restored(row) == row


@pytest.mark.parametrize(
    "changed",
    [
        {"started": "2026-03-03T09:41:00+01:00"},
        {"started": None},
        {"kind": "natural brake"},
        {"id": b"short"},
        {"device": None},
        {"seconds": "many", "kind": "held"},
        {"seconds": 1e13},
        {"breaths": 2**63},
        {"started": "0001-01-01T00:00:00+14:00"},
    ],
)
def test_a_spoiled_row_does_not(changed: dict[str, object]) -> None:
    row = row_of(stretch(at("09:40"))[1], DEVICE)
    assert restored(row._replace(**changed)) is None  # type: ignore[arg-type]  # on purpose


@pytest.mark.parametrize("spoiled", [{"day": "2026-99-99"}, {"target": bytes(16)}])
def test_what_follows_from_the_rest_of_a_spoiled_row_is_worked_out_anew(
    spoiled: dict[str, object],
) -> None:
    row = row_of(Voided(of="natural break", at=at("10:10")), DEVICE)
    assert restored(row._replace(**spoiled)) == row  # type: ignore[arg-type]  # on purpose


def test_two_devices_never_write_the_same_row() -> None:
    record = stretch(at("09:40"))[0]
    assert row_of(record, DEVICE).id != row_of(record, UUID(int=8).bytes).id


def test_a_void_names_the_row_it_voids() -> None:
    taken = NaturalBreak(started=at("10:00"), ended=at("10:08"))
    void = Voided(of=taken.key, at=at("10:10"))
    assert row_of(void, DEVICE).target == row_of(taken, DEVICE).id


def test_a_break_over_the_change_to_summer_time_keeps_its_length() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    taken = NaturalBreak(
        started=datetime(2026, 3, 29, 1, 55, tzinfo=berlin),
        ended=datetime(2026, 3, 29, 3, 5, tzinfo=berlin),
    )
    assert row_of(taken, DEVICE).seconds == timedelta(minutes=10).total_seconds()
