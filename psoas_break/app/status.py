"""What `status --json` says. The shape is an interface: docs/interface.md."""

from datetime import datetime, timedelta
from typing import Any

from psoas_break.domain.absence import Gone
from psoas_break.domain.describing import describe, next_break
from psoas_break.domain.moment import Moment
from psoas_break.domain.past import DayTotals
from psoas_break.domain.prompt import Pending
from psoas_break.domain.settings import Settings
from psoas_break.domain.state import State

VERSION = 1


def status(
    state: State, at: Moment, settings: Settings, *, idle: str, today: DayTotals
) -> dict[str, Any]:
    """Return where we are, for programs.

    Args:
        state: where we are.
        at: now.
        settings: what the user chose.
        idle: name of the mechanism that tells idle time, or "unknown".
        today: what the day has come to.

    Returns:
        JSON-ready values; times ISO 8601 with offset, durations in seconds.
    """
    situation = describe(state, at, settings)
    coming = next_break(state, at, settings)
    presence = state.presence
    return {
        "version": VERSION,
        "state": situation.state.value,
        "prompt": situation.prompt.value,
        "clock_running": state.clock.since is not None,
        "standing": situation.standing,
        "off_hours": state.off_hours,
        "away_since": _iso(
            presence.start.seen_from(at) if isinstance(presence, Gone) else None
        ),
        "sitting_s": _seconds(situation.sitting),
        "next_break": None
        if coming is None
        else {
            "earliest_s": _seconds(coming.earliest),
            "latest_s": _seconds(coming.latest),
        },
        "pending": isinstance(state.ask, Pending) and state.session is None,
        "quiet": [
            {
                "reason": quiet.reason.value,
                "since": _iso(quiet.since.seen_from(at)),
                "until": _iso(quiet.until.seen_from(at) if quiet.until else None),
            }
            for quiet in state.quiets
        ],
        "paused": situation.paused,
        "paused_until": _iso(state.pause.ends(at) if state.pause else None),
        "snoozes": {
            "used": state.snoozes,
            "limit": settings.reminders.snooze_limit,
        },
        "idle": idle,
        "line": situation.line,
        "waited_all_day": situation.waited_all_day or None,
        "today": {
            "breaks": today.breaks,
            "natural_breaks": today.natural_breaks,
            "skipped": today.skipped,
            "stretch_left_s": _seconds(today.stretch_left),
            "stretch_right_s": _seconds(today.stretch_right),
            "breaths": today.breaths,
        },
        "notices": list(situation.notices),
    }


def _seconds(span: timedelta) -> float:
    """Seconds to the millisecond, whole where they are."""
    count = round(span.total_seconds(), 3)
    return int(count) if count.is_integer() else count


def _iso(when: datetime | None) -> str | None:
    return None if when is None else when.isoformat(timespec="milliseconds")
