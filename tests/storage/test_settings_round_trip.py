"""Whatever a user may choose is read back as it was chosen."""

from dataclasses import fields, is_dataclass
from datetime import time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, get_type_hints

import tomlkit
from hypothesis import given
from hypothesis import strategies as st

from psoas_break.domain.hours import Range, WorkingHours
from psoas_break.domain.own_pattern import OwnPattern
from psoas_break.domain.patterns import PATTERNS, new_id
from psoas_break.domain.settings import (
    Breathing,
    CountLimits,
    Place,
    Reminders,
    Settings,
    SpanLimits,
    limits_of,
)
from psoas_break.domain.settings_data import TextLimits
from psoas_break.storage.settings_file import load, save
from psoas_break.storage.settings_keys import all_keys

NAMES: dict[str, list[str]] = {}
for key in all_keys():
    NAMES.setdefault(key.group, []).append(key.name)

clocks = st.times().map(lambda clock: clock.replace(fold=0))
ranges = st.lists(st.builds(Range, st.integers(0, 6), clocks, clocks), max_size=9).map(
    lambda spans: tuple(sorted(spans, key=lambda span: span.weekday))
)
hours = st.builds(WorkingHours, enabled=st.booleans(), ranges=ranges)


def values(group: type, name: str, hint: Any) -> st.SearchStrategy[Any]:
    match limits_of(group, name):
        case SpanLimits(low, high, unit):
            return st.timedeltas(low * unit.span, high * unit.span)
        case CountLimits(low, high, unlimited):
            counts = st.integers(low, high)
            return st.none() | counts if unlimited else counts
        case TextLimits(longest):
            return st.text(max_size=longest).filter(str.isprintable)
        case None if hint == frozenset[Place]:
            return st.frozensets(st.sampled_from(Place), min_size=1)
        case None if hint == tuple[str, ...]:
            names = st.text(min_size=1).filter(lambda name: name == name.strip())
            return st.lists(names, unique=True).map(tuple)
        case None:
            return st.from_type(hint)


lengths = st.floats(1, 7).map(lambda count: timedelta(seconds=round(count, 2)))
pauses = st.just(timedelta()) | lengths


@st.composite
def own_patterns(draw: st.DrawFn) -> OwnPattern:
    name = draw(st.text(min_size=1, max_size=40).filter(str.strip))
    parts = st.fixed_dictionaries(
        {"inhale": lengths, "hold": pauses, "exhale": lengths, "rest": pauses}
    )
    breath = draw(
        parts.filter(lambda part: 6 <= sum(part.values(), timedelta()).seconds < 15)
    )
    return OwnPattern(id=new_id(name, ()), name=name, **breath)


several = st.lists(own_patterns(), max_size=4, unique_by=lambda one: one.id).map(tuple)


@st.composite
def breathings(draw: st.DrawFn) -> Breathing:
    own: tuple[OwnPattern, ...] = draw(several)
    ids = [*PATTERNS, *(one.id for one in own)]
    hints = get_type_hints(Breathing)
    others = {
        f.name: draw(values(Breathing, f.name, hints[f.name]))
        for f in fields(Breathing)
        if f.name not in ("own", "pattern")
    }
    return Breathing(own=own, pattern=draw(st.sampled_from(ids)), **others)


def groups(kind: type) -> st.SearchStrategy[Any]:
    if kind is WorkingHours:
        return hours
    if kind is Breathing:
        return breathings()
    assert is_dataclass(kind)
    hints = get_type_hints(kind)
    chosen = {f.name: values(kind, f.name, hints[f.name]) for f in fields(kind)}
    if kind is not Reminders:
        chosen = {
            name: st.text(min_size=1).filter(str.strip)
            if hints[name] is str and limits_of(kind, name) is None
            else one
            for name, one in chosen.items()
        }
        return st.builds(kind, **chosen)
    return st.fixed_dictionaries(chosen).map(_ordered).map(lambda v: Reminders(**v))


def _ordered(chosen: dict[str, Any]) -> dict[str, Any]:
    early, late = sorted((chosen["earliest"], chosen["latest"]))
    natural = max(chosen["natural_break"], chosen["away_after"] + timedelta(seconds=1))
    return chosen | {"earliest": early, "latest": late, "natural_break": natural}


settings = st.builds(
    Settings, **{name: groups(kind) for name, kind in get_type_hints(Settings).items()}
)


@given(first=settings, second=settings)
def test_what_is_saved_is_what_is_loaded(first: Settings, second: Settings) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "settings.toml"
        for chosen in (first, second):
            save(file, chosen)
            assert load(file) == (chosen, [])


@given(content=st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_no_file_whatever_stops_the_app(content: bytes) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "settings.toml"
        file.write_bytes(content)
        found, _problems = load(file)
        assert isinstance(found, Settings)


scalars: st.SearchStrategy[Any] = st.sampled_from(
    [True, -1, 0, 1, 30, 600, 4.5, "", "x", "unlimited", "mat", "box-4444", "9:00-8:00"]
)
written = scalars | st.lists(scalars, max_size=2) | st.just({"mine": {"in": 4}})
tables = st.fixed_dictionaries(
    {},
    optional={
        group: st.dictionaries(st.sampled_from(names), written, max_size=4)
        for group, names in NAMES.items()
    },
)


@given(said=tables)
def test_nothing_written_in_it_whatever_stops_the_app(said: dict[str, Any]) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "settings.toml"
        file.write_text(tomlkit.dumps(said), "utf-8")
        found, _problems = load(file)
        assert isinstance(found, Settings)


def test_midnight_and_seconds_are_written_and_read() -> None:
    spans = (Range(0, time(0), time(0)), Range(0, time(1, 2, 3), time(23, 59, 59)))
    with TemporaryDirectory() as folder:
        file = Path(folder) / "settings.toml"
        chosen = Settings(hours=WorkingHours(ranges=spans))
        save(file, chosen)
        assert load(file)[0] == chosen
