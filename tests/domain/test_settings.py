"""Settings: their limits, and what is refused."""

from dataclasses import fields
from datetime import timedelta

import pytest

from psoas_break.domain.settings import (
    Breaks,
    CountLimits,
    Reminders,
    Settings,
    SpanLimits,
    Unit,
    limits_of,
)

MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize("group", fields(Settings), ids=lambda group: group.name)
def test_every_default_lies_inside_its_limits(group: object) -> None:
    values = getattr(Settings(), getattr(group, "name"))  # noqa: B009  any group
    outside = [
        field.name
        for field in fields(values)
        if (limits := limits_of(type(values), field.name)) is not None
        and not limits.allow(getattr(values, field.name))
    ]
    assert outside == []


@pytest.mark.parametrize(
    ("minutes", "allowed"), [(4.9, False), (5, True), (180, True), (181, False)]
)
def test_a_span_may_reach_its_limits(minutes: float, *, allowed: bool) -> None:
    limits = SpanLimits(5, 180, Unit.MINUTES)
    assert limits.allow(minutes * MINUTE) is allowed


@pytest.mark.parametrize(
    ("count", "allowed"), [(-1, False), (0, True), (20, True), (21, False)]
)
def test_a_count_may_reach_its_limits(count: int, *, allowed: bool) -> None:
    assert CountLimits(0, 20).allow(count) is allowed


@pytest.mark.parametrize("unlimited", [True, False])
def test_only_some_counts_may_be_unlimited(*, unlimited: bool) -> None:
    assert CountLimits(0, 20, may_be_unlimited=unlimited).allow(None) is unlimited


@pytest.mark.parametrize(("unit", "seconds"), [(Unit.SECONDS, 1), (Unit.MINUTES, 60)])
def test_a_unit_is_a_span(unit: Unit, seconds: int) -> None:
    assert unit.span == timedelta(seconds=seconds)


def test_a_window_that_closes_before_it_opens_is_refused() -> None:
    with pytest.raises(ValueError, match="earliest"):
        Reminders(earliest=46 * MINUTE, latest=45 * MINUTE)


def test_a_window_of_one_instant_is_allowed() -> None:
    assert Reminders(earliest=45 * MINUTE).earliest == 45 * MINUTE


def test_a_setting_without_limits_has_none() -> None:
    assert limits_of(Reminders, "chime") is None


def test_to_be_nowhere_is_refused() -> None:
    with pytest.raises(ValueError, match="place"):
        Breaks(places=frozenset())
