"""What a story's log says of records and prompts."""

from datetime import timedelta

from psoas_break.app.reminder import PromptEffect
from psoas_break.domain.events import CollapsePrompt, ShowPrompt, WithdrawPrompt
from psoas_break.domain.history import (
    DaySpan,
    NaturalBreak,
    PromptRecord,
    Record,
    Voided,
)


def line_of_record(record: Record) -> str:
    """What became of a prompt, a break, or a record taken back; else nothing."""
    match record:
        case PromptRecord(note=note, detail=detail):
            return f"{note}: {detail}" if detail else f"{note}"
        case NaturalBreak(started=started, ended=ended, source=source):
            return f"natural break {started:%H:%M:%S}-{ended:%H:%M:%S} {source}"
        case Voided(of=of):
            return f"void {of.split(' 20')[0]}" if _matters(of) else ""
        case DaySpan():
            return ""
        case _:
            return type(record).__name__


def _matters(key: str) -> bool:
    return key.startswith(("prompt", "natural break"))


def line_of_prompt(effect: PromptEffect) -> str:
    """What became of the question on screen."""
    match effect:
        case ShowPrompt(sat, snoozes, moved_first):
            extra = ", I just moved?" if moved_first else ""
            extra += f", snoozed {snoozes}" if snoozes else ""
            return f"prompt after {sat / timedelta(minutes=1):.3g} min{extra}"
        case CollapsePrompt():
            return "collapses"
        case WithdrawPrompt():
            return "goes"
