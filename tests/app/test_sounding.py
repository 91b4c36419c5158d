"""What is heard, and when."""

from dataclasses import dataclass, field

import pytest

from psoas_break.app.sounding import Sounding
from psoas_break.domain.settings import Reminders, Settings, Sounds
from psoas_break.domain.timeline import Part


@dataclass
class Ear:
    """Hears sounds, and knows how often the sound system was loaded."""

    settings: Settings = field(default_factory=Settings)
    heard: list[tuple[str, int]] = field(default_factory=list)
    loaded: int = 0

    def __post_init__(self) -> None:
        self.sounding = Sounding(settings=lambda: self.settings, load=self._load)

    def _load(self) -> "Ear":
        self.loaded += 1
        return self

    def play(self, name: str, volume: int) -> None:
        self.heard.append((name, volume))


CHIMING = Settings(reminders=Reminders(chime=True), sounds=Sounds(volume=30))
SILENT = Settings(sounds=Sounds(session=False))


@pytest.mark.parametrize(
    ("settings", "heard"), [(CHIMING, [("chime", 30)]), (Settings(), [])]
)
def test_a_prompt_chimes_only_if_the_user_wants_it(
    settings: Settings, heard: list[tuple[str, int]]
) -> None:
    ear = Ear(settings)

    ear.sounding.chime()

    assert ear.heard == heard


@pytest.mark.parametrize(
    ("part", "sign"),
    [(Part.SWITCH, "switch"), (Part.HOLD, "tick"), (Part.BREATHE, "tick")],
)
def test_the_parts_of_a_break_have_their_signs(part: Part, sign: str) -> None:
    ear = Ear()

    ear.sounding.cue("Tuck your tailbone under.", part)

    assert ear.heard == [(sign, 60)]


def test_getting_ready_is_silent() -> None:
    ear = Ear()

    ear.sounding.cue("Next: a stretch.", Part.GET_READY)

    assert ear.heard == []


def test_a_break_is_silent_where_the_settings_say_so() -> None:
    ear = Ear(SILENT)

    ear.sounding.cue("Other side.", Part.SWITCH)

    assert ear.heard == []


def test_a_muted_break_is_silent() -> None:
    ear = Ear()
    ear.sounding.muted = True

    ear.sounding.cue("Other side.", Part.SWITCH)

    assert ear.heard == []


def test_the_sound_system_is_loaded_with_the_first_sound_and_once() -> None:
    ear = Ear()
    before = ear.loaded

    for _cue in range(2):
        ear.sounding.cue("Other side.", Part.SWITCH)

    assert (before, ear.loaded) == (0, 1)
