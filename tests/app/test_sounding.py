"""What is heard, and when."""

from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from psoas_break.app.sounding import Hearing, Sounding
from psoas_break.domain.breathing import Phase
from psoas_break.domain.settings import Reminders, Settings, Sounds
from psoas_break.domain.timeline import Part


@dataclass
class Ear:
    """Hears sounds, and knows how often the sound system was loaded."""

    settings: Settings = field(default_factory=Settings)
    heard: list[tuple[str, int]] = field(default_factory=list)
    loaded: int = 0
    voices: int = 0

    def __post_init__(self) -> None:
        self.sounding = Sounding(
            settings=lambda: self.settings,
            choose=self._choose,
            load=self._load,
            load_voice=self._load_voice,
        )

    def _choose(self, settings: Settings) -> None:
        self.settings = settings

    def _load(self) -> "Ear":
        self.loaded += 1
        return self

    def _load_voice(self) -> "Ear":
        self.voices += 1
        return self

    def play(self, name: str, volume: int) -> None:
        self.heard.append((name, volume))

    def breathe(self, phase: Phase, lasts: timedelta, volume: int) -> None:
        self.heard.append((f"{phase} {lasts.total_seconds():g}", volume))

    def say(self, text: str, volume: int) -> None:
        self.heard.append((text, volume))

    def hush(self) -> None:
        self.heard.append(("hush", 0))

    @property
    def names(self) -> list[str]:
        return [name for name, _volume in self.heard]


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
    ear.sounding.switch(Hearing(muted=True))

    ear.sounding.cue("Other side.", Part.SWITCH)

    assert ear.heard == []


def test_the_sound_system_is_loaded_with_the_first_sound_and_once() -> None:
    ear = Ear()
    before = ear.loaded

    for _cue in range(2):
        ear.sounding.cue("Other side.", Part.SWITCH)

    assert (before, ear.loaded) == (0, 1)


TONES = Settings(sounds=Sounds(breath_tones=True))
SPOKEN = Settings(sounds=Sounds(voice=True))
BOTH = Settings(sounds=Sounds(breath_tones=True, voice=True))
LASTS = timedelta(seconds=4.5)


@pytest.mark.parametrize(
    ("settings", "heard"),
    [
        (Settings(), []),
        (TONES, ["in 4.5"]),
        (SPOKEN, ["Breathe in"]),
        (BOTH, ["in 4.5", "Breathe in"]),
    ],
)
def test_a_breath_is_led_as_the_user_likes_it(
    settings: Settings, heard: list[str]
) -> None:
    ear = Ear(settings)

    ear.sounding.breath(Phase.IN, LASTS)

    assert ear.names == heard


def test_a_voice_says_what_to_do() -> None:
    ear = Ear(SPOKEN)

    ear.sounding.cue("Tuck your tailbone under.", Part.HOLD)

    assert ear.names == ["tick", "Tuck your tailbone under."]


@pytest.mark.parametrize("settings", [TONES, SPOKEN])
def test_nothing_else_is_heard_while_a_breath_is_led(settings: Settings) -> None:
    ear = Ear(settings)

    ear.sounding.cue("Let the belly widen.", Part.BREATHE)

    assert ear.heard == []


def test_muting_cuts_short_what_is_heard_and_what_would_be() -> None:
    ear = Ear(BOTH)
    ear.sounding.breath(Phase.IN, LASTS)
    ear.heard.clear()

    ear.sounding.switch(Hearing(muted=True))
    ear.sounding.breath(Phase.OUT, LASTS)
    ear.sounding.cue("Ease back.", Part.EASE)

    assert ear.names == ["hush", "hush"]  # the sound, and the voice


def test_tones_switched_on_in_a_break_lead_the_next_breath_and_are_kept() -> None:
    ear = Ear()

    ear.sounding.switch(ear.sounding.hearing.tones_pressed())
    ear.sounding.breath(Phase.OUT, LASTS)

    assert (ear.names, ear.settings.sounds) == (["out 4.5"], TONES.sounds)


def test_tones_switched_off_end_at_once() -> None:
    ear = Ear(TONES)
    ear.sounding.breath(Phase.IN, LASTS)

    ear.sounding.switch(ear.sounding.hearing.tones_pressed())
    ear.sounding.breath(Phase.OUT, LASTS)

    assert (ear.names, ear.settings) == (["in 4.5", "hush"], Settings())


@pytest.mark.parametrize("settings", [Settings(), TONES])
def test_who_wants_tones_while_all_is_silent_hears_them(settings: Settings) -> None:
    ear = Ear(settings)
    ear.sounding.switch(ear.sounding.hearing.mute_pressed())

    ear.sounding.switch(ear.sounding.hearing.tones_pressed())

    assert ear.sounding.hearing == Hearing(muted=False, tones=True)


def test_who_wants_no_voice_has_none_loaded() -> None:
    ear = Ear(TONES)

    ear.sounding.breath(Phase.IN, LASTS)
    ear.sounding.hush()

    assert (ear.loaded, ear.voices) == (1, 0)
