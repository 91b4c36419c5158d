"""The history as the command line prints it: JSON, CSV, or a table to read.

The JSON and CSV are an interface, described in docs/interface.md. They change only
by additions while `VERSION` stays.
"""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from psoas_break.domain.history import (
    BreakSource,
    PromptNote,
    PromptRecord,
    SessionOutcome,
    Side,
)
from psoas_break.domain.moment import day_of
from psoas_break.domain.noticing import Noticed, noticing_words, question_words
from psoas_break.domain.past import History, PastBreak, PastPrompt, PastSession
from psoas_break.words import gettext as _
from psoas_break.words import ngettext

VERSION = 1

CSV_COLUMNS = (
    "version",
    "kind",
    "id",
    "started",
    "ended",
    "routine",
    "exercise",
    "side",
    "held_s",
    "breaths",
    "repetitions",
    "outcome",
    "sitting_s",
    "detail",
    "snoozed_s",
)

_NO_COLUMN = {"ended", "stretch"}
"""What the JSON says of an exercise and the table does not."""

Line = tuple[datetime, str]


def history_json(history: History) -> str:
    """Return one JSON object: sessions, prompts, natural_breaks and noticed."""
    return json.dumps(
        {
            "version": VERSION,
            "sessions": [_session(one) for one in history.sessions],
            "prompts": [_prompt(one) for one in history.prompts],
            "natural_breaks": [_natural_break(one) for one in history.natural_breaks],
            "noticed": [_noticed(one) for one in history.noticed],
        },
        ensure_ascii=False,
        indent=2,
    )


def history_csv(history: History) -> str:
    """Return a header and a row for each thing held, asked, or taken.

    A session has a row for each exercise and side, and one if nothing was held; a
    prompt has one for each thing that became of it.
    """
    text = io.StringIO()
    writer = csv.DictWriter(text, CSV_COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    for row in _csv_rows(history):
        writer.writerow({"version": VERSION, **row})
    return text.getvalue()


def history_text(history: History, names: Mapping[str, str] | None = None) -> str:
    """Return the history as a table, day by day, oldest first.

    Args:
        history: what to print.
        names: names of routines and exercises by id; an id without one stands
            for itself.
    """
    names = names or {}
    days: dict[date, list[Line]] = {}
    for started, line in sorted(_lines(history, names)):
        days.setdefault(day_of(started), []).append((started, line))
    if not days:
        return _("Nothing is recorded yet.")
    return "\n\n".join(_day(day, lines) for day, lines in days.items())


def seconds(span: timedelta) -> float:
    """Return a duration in seconds, to the millisecond, whole where it is.

    >>> seconds(timedelta(seconds=30))
    30
    """
    count = round(span.total_seconds(), 3)
    return int(count) if count.is_integer() else count


def _session(session: PastSession) -> dict[str, Any]:
    return {
        "id": session.id,
        "started": _iso(session.started),
        "ended": _iso(session.ended) if session.ended else None,
        "routine": session.routine,
        "outcome": session.outcome,
        "feeling": session.feeling,
        "exercises": [
            {
                "exercise": held.exercise,
                "side": held.side,
                "held_s": seconds(held.held),
                "breaths": held.breaths,
                "repetitions": held.repetitions,
                "stretch": held.stretch,
                "ended": _iso(held.at),
            }
            for held in session.held
        ],
    }


def _prompt(prompt: PastPrompt) -> dict[str, Any]:
    return {
        "id": prompt.id,
        "at": _iso(prompt.prompt),
        "notes": [
            {
                "at": _iso(note.at),
                "note": note.note,
                "sitting_s": seconds(note.sat),
                **_detail(note),
            }
            for note in prompt.notes
        ],
    }


def _detail(note: PromptRecord) -> dict[str, Any]:
    """Return why a prompt was withdrawn, and for how long it was snoozed."""
    if note.note is PromptNote.SNOOZED:
        return {"detail": "", "snoozed_s": seconds(note.snoozed)}
    return {"detail": note.detail, "snoozed_s": None}


def _natural_break(one: PastBreak) -> dict[str, Any]:
    return {
        "id": one.id,
        "started": _iso(one.started),
        "ended": _iso(one.ended),
        "source": one.source,
    }


def _noticed(one: Noticed) -> dict[str, Any]:
    return {
        "session": _iso(one.session),
        "at": _iso(one.at),
        "question": one.question,
        "noticing": one.noticing,
    }


def _csv_rows(history: History) -> Iterator[dict[str, Any]]:
    for session in history.sessions:
        told = _session(session)
        shared = {"kind": "session"} | {
            name: told[name]
            for name in ("id", "started", "ended", "routine", "outcome")
        }
        for held in told["exercises"] or [{}]:
            yield shared | {k: v for k, v in held.items() if k not in _NO_COLUMN}
    for prompt in history.prompts:
        for told_of in prompt.notes:
            yield {
                "kind": "prompt",
                "id": prompt.id,
                "started": _iso(told_of.at),
                "outcome": told_of.note,
                "sitting_s": seconds(told_of.sat),
                **_detail(told_of),
            }
    for one in history.natural_breaks:
        told = _natural_break(one)
        yield {"kind": "natural_break", "detail": told.pop("source")} | told
    for note in history.noticed:
        yield {
            "kind": "noticed",
            "started": _iso(note.at),
            "outcome": note.noticing,
            "detail": note.question,
        }


def _lines(history: History, names: Mapping[str, str]) -> Iterator[Line]:
    for session in history.sessions:
        parts = [names.get(session.routine, session.routine), *_work(session)]
        parts.append(_outcome(session.outcome))
        yield session.started, ", ".join(part for part in parts if part)
    for one in history.natural_breaks:
        yield one.started, _walk(one)
    for prompt in history.prompts:
        answer = _answer(prompt)
        if answer:
            yield prompt.prompt, answer
    for note in history.noticed:
        yield (
            note.at,
            f"{question_words(note.question)} {noticing_words(note.noticing)}",
        )


def _day(day: date, lines: Sequence[Line]) -> str:
    rows = [f"  {started:%H:%M}  {line}" for started, line in lines]
    return "\n".join([day.isoformat(), *rows])


def _work(session: PastSession) -> list[str]:
    """Return the time held on each side, and the breaths."""
    templates = {
        Side.LEFT: _("left {time}"),
        Side.RIGHT: _("right {time}"),
        Side.BOTH: _("both sides {time}"),
    }
    told = []
    for side, template in templates.items():
        spans = [one.held for one in session.held if one.side is side]
        if spans:
            told.append(template.format(time=_minutes(sum(spans, timedelta()))))
    breaths = sum(one.breaths for one in session.held)
    if breaths:
        told.append(
            ngettext("{count} breath", "{count} breaths", breaths).format(count=breaths)
        )
    return told


def _outcome(outcome: SessionOutcome | None) -> str:
    match outcome:
        case SessionOutcome.FINISHED:
            return _("finished")
        case SessionOutcome.ENDED:
            return _("ended early")
        case SessionOutcome.INTERRUPTED:
            return _("interrupted")
        case None:
            return _("still open")


def _walk(one: PastBreak) -> str:
    if one.source is BreakSource.MOVED:
        return _("moved")
    minutes = round((one.ended - one.started) / timedelta(minutes=1))
    return ngettext(
        "away from the desk, {minutes} min",
        "away from the desk, {minutes} min",
        minutes,
    ).format(minutes=minutes)


def _answer(prompt: PastPrompt) -> str:
    """Return what became of a prompt that led to no line of its own."""
    match prompt.notes[-1].note:
        case PromptNote.SKIPPED:
            return _("prompt, skipped")
        case PromptNote.MISSED:
            return _("prompt, missed")
        case PromptNote.SNOOZED:
            return _("prompt, snoozed")
        case _:
            return ""


def _iso(when: datetime) -> str:
    return when.isoformat(timespec="milliseconds")


def _minutes(span: timedelta) -> str:
    """Return whole seconds as `1:30`."""
    minutes, rest = divmod(int(span.total_seconds()), 60)
    return f"{minutes}:{rest:02}"
