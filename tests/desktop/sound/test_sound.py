import sys
import wave
from array import array
from itertools import pairwise
from pathlib import Path

import pytest

from psoas_break.desktop.sound import choose_sound
from psoas_break.desktop.sound.effects import EffectSound

RESOURCES = Path(__file__).parents[3] / "resources"
SOUNDS = RESOURCES / "sounds"
NAMES = ["chime", "done", "switch", "tick"]


def heard(name: str) -> "array[int]":
    with wave.open(str(SOUNDS / f"{name}.wav")) as file:
        samples = array("h", file.readframes(file.getnframes()))
    if sys.byteorder == "big":
        samples.byteswap()
    return samples


def test_every_sound_is_there() -> None:
    assert sorted(file.stem for file in SOUNDS.glob("*.wav")) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_sound_begins_and_ends_in_silence(name: str) -> None:
    samples = heard(name)
    assert (samples[0], samples[-1]) == (0, 0)


@pytest.mark.parametrize("name", NAMES)
def test_a_sound_is_soft(name: str) -> None:
    assert max(abs(sample) for sample in heard(name)) <= 0.41 * 32767


@pytest.mark.parametrize("name", NAMES)
def test_a_sound_has_no_click_in_it(name: str) -> None:
    steps = [abs(later - earlier) for earlier, later in pairwise(heard(name))]
    assert max(steps) < 0.15 * 32767


@pytest.mark.parametrize("name", NAMES)
def test_a_sound_is_short_and_small(name: str) -> None:
    assert (SOUNDS / f"{name}.wav").stat().st_size < 150_000


@pytest.mark.usefixtures("qapp")
@pytest.mark.qt_log_ignore("PulseAudio", "Couldn't (load|resolve)")
def test_a_machine_without_a_loudspeaker_is_silent_and_well(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level("INFO")
    sound = choose_sound(RESOURCES).mechanism
    for _ in range(3):
        sound.play("chime", 60)
    assert caplog.text.count("Sounds are off") == (1 if sound.why_silent else 0)


def test_a_machine_without_the_library_is_silent_and_well(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    sound = EffectSound(folder=SOUNDS)
    sound.play("chime", 60)
    sound.play("tick", 60)
    assert caplog.text.count("Sounds are off") == 1


def test_a_sound_that_is_not_there_is_named_and_nothing_breaks(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    EffectSound(folder=tmp_path).play("trumpet", 60)
    assert "trumpet.wav" in caplog.text


def test_no_volume_loads_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    sound = EffectSound(folder=SOUNDS)
    sound.play("chime", 0)
    assert sound.why_silent == ""
