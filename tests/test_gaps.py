"""What nobody here can tell, with the one thing to do about it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pytest

from psoas_break.app.ports import PresenceSource, QuietSource, Signs
from psoas_break.desktop.choice import Choice
from psoas_break.desktop.presence.null import NullPresence
from psoas_break.desktop.quiet.null import NullQuiet
from psoas_break.domain.absence import Certain
from psoas_break.domain.quiet import Reason
from psoas_break.gaps import presence_gaps, quiet_gaps

ALL = Signs(frozenset(Reason), inhibited=True)
MICROPHONE = Signs(frozenset({Reason.MICROPHONE}))


@dataclass(frozen=True)
class Source:
    name: str
    finds: Signs
    tells: bool = False

    def ask(self, answered: Callable[[Signs | None], None]) -> None: ...

    def watch(self, changed: Callable[[], None] | None) -> None: ...


def gaps(
    *chosen: Choice[QuietSource], said: Mapping[str, Signs | None]
) -> dict[str, str]:
    return {gap.name: gap.remedy for gap in quiet_gaps(chosen, said)}


def there(name: str, finds: Signs) -> Choice[QuietSource]:
    return Choice(Source(name, finds), "it is asked")


def test_one_that_answers_for_all_leaves_no_gap() -> None:
    assert gaps(there("world", ALL), said={"world": Signs()}) == {}


def test_of_two_that_know_the_same_one_that_answers_is_enough() -> None:
    both = [there("world", ALL), there("other", MICROPHONE)]
    assert gaps(*both, said={"world": Signs(), "other": None}) == {}


def test_what_nobody_answers_for_is_a_gap() -> None:
    rest = Signs(frozenset(Reason) - {Reason.MICROPHONE}, inhibited=True)
    (gap,) = gaps(
        there("world", rest),
        there("microphone", MICROPHONE),
        said={"world": Signs(), "microphone": None},
    ).items()
    assert gap == (
        "Microphone in use",
        "Start PipeWire with pipewire-pulse, or PulseAudio.",
    )


def test_a_source_that_is_missing_brings_its_own_remedy() -> None:
    missing = NullQuiet("microphone", lacks=MICROPHONE)
    found = gaps(Choice(missing, "it is not here", "Buy one."), said={})
    assert found["Microphone in use"] == "Buy one."


def test_who_has_not_been_asked_is_no_gap_yet() -> None:
    assert gaps(there("world", ALL), said={}) == {}


def test_every_gap_has_a_remedy_and_a_meeting_is_none() -> None:
    found = gaps(said={})
    assert all(found.values())
    assert len(found) == len(set(Reason) - {Reason.MEETING}) + 1


class OneThatTells:
    """Stands for a source that is there."""

    name = "locker"

    def start(self, changed: Callable[[Certain, bool], None]) -> None: ...

    def look(self) -> None: ...

    def ask(self, answered: Callable[[frozenset[Certain] | None], None]) -> None: ...


Held = Mapping[str, frozenset[Certain] | None]


def left(source: PresenceSource, said: Held, remedy: str = "") -> list[str]:
    chosen = Choice(source, "because", remedy)
    return [gap.remedy for gap in presence_gaps([chosen], said)]


def test_a_lock_that_nobody_tells_of_is_a_gap() -> None:
    (told,) = left(OneThatTells(), {"locker": None})
    assert "elogind" in told


def test_what_is_missing_for_it_comes_first() -> None:
    assert left(NullPresence(), {}, "Start a bus.") == ["Start a bus."]


@pytest.mark.parametrize(
    "said", [{}, {"locker": frozenset()}, {"locker": frozenset({Certain.LOCKED})}]
)
def test_somebody_who_answers_or_was_not_asked_is_none(said: Held) -> None:
    assert left(OneThatTells(), said) == []
