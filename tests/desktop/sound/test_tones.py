"""Tones to breathe by: as long as the breath, up for in and down for out, soft."""

import io
import sys
import time
import wave
from array import array
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import ClassVar

import pytest
from PySide6.QtCore import QUrl

from psoas_break.desktop.sound.effects import MOST_TONES, EffectSound
from psoas_break.desktop.sound.tones import RATE, has_tone, tone
from psoas_break.domain.breathing import Phase

SOUNDING = [Phase.IN, Phase.TOP_UP, Phase.OUT]
LENGTHS = [0.3, 1.0, 4.5, 8.0]


def heard(phase: Phase, seconds: float) -> "array[int]":
    with wave.open(io.BytesIO(tone(phase, timedelta(seconds=seconds)))) as file:
        assert file.getframerate() == RATE
        samples = array("h", file.readframes(file.getnframes()))
    if sys.byteorder == "big":
        samples.byteswap()
    return samples


def pitch(samples: "array[int]") -> float:
    """How often a second it swings up through silence."""
    rises = sum(a < 0 <= b for a, b in pairwise(samples))
    return rises / (len(samples) / RATE)


@pytest.mark.parametrize("seconds", LENGTHS)
@pytest.mark.parametrize("phase", SOUNDING)
def test_it_lasts_as_long_as_the_breath(phase: Phase, seconds: float) -> None:
    assert len(heard(phase, seconds)) == pytest.approx(seconds * RATE, abs=1)


@pytest.mark.parametrize(("phase", "rises"), [(Phase.IN, True), (Phase.OUT, False)])
def test_in_rises_and_out_falls(phase: Phase, *, rises: bool) -> None:
    samples = heard(phase, 4.5)
    third = len(samples) // 3

    begins, ends = pitch(samples[:third]), pitch(samples[-third:])

    assert (ends > begins * 1.15) == rises
    assert (begins > ends * 1.15) != rises


def test_out_begins_where_in_has_ended() -> None:
    rising, falling = heard(Phase.IN, 4), heard(Phase.OUT, 6)

    ends, begins = pitch(rising[-RATE // 2 :]), pitch(falling[: RATE // 2])

    assert ends == pytest.approx(begins, rel=0.08)


@pytest.mark.parametrize("seconds", LENGTHS)
@pytest.mark.parametrize("phase", SOUNDING)
def test_it_is_soft_and_has_no_click(phase: Phase, seconds: float) -> None:
    samples = heard(phase, seconds)

    assert (samples[0], samples[-1]) == (0, 0)
    assert max(abs(one) for one in samples) <= 0.31 * 32767
    assert max(abs(b - a) for a, b in pairwise(samples)) < 0.15 * 32767


def test_a_hold_is_silent() -> None:
    assert [phase for phase in Phase if not has_tone(phase)] == [
        Phase.HOLD,
        Phase.REST,
    ]


def test_making_one_holds_up_no_frame() -> None:
    tone(Phase.IN, timedelta(seconds=1))  # the wave itself is made once
    spent = []
    for _ in range(3):
        start = time.thread_time()
        tone(Phase.OUT, timedelta(seconds=8))
        spent.append(time.thread_time() - start)

    assert min(spent) < 0.2


@pytest.mark.usefixtures("qapp")
@pytest.mark.qt_log_ignore("PulseAudio", "Couldn't (load|resolve)")
def test_a_whole_break_of_breaths_keeps_few_tones(tmp_path: Path) -> None:
    sound = EffectSound(folder=tmp_path)
    for number in range(3 * MOST_TONES):
        sound.breathe(Phase.IN, timedelta(seconds=0.4 + number / 10), 60)
    sound.hush()

    assert len(sound._tones) == MOST_TONES
    assert sound._made is not None
    assert len(list(Path(sound._made.path()).iterdir())) == MOST_TONES
    assert len(sound._effects) <= MOST_TONES


@pytest.mark.parametrize(
    ("phase", "lasts"), [(Phase.HOLD, 4.0), (Phase.REST, 4.0), (Phase.IN, 0.2)]
)
def test_what_is_silent_or_nearly_over_makes_no_file(
    phase: Phase, lasts: float, tmp_path: Path
) -> None:
    sound = EffectSound(folder=tmp_path)

    sound.breathe(phase, timedelta(seconds=lasts), 60)

    assert sound._made is None


class FakeEffect:
    """Qt's sound effect on a machine with a loudspeaker; it makes no sound."""

    made: ClassVar[list["FakeEffect"]] = []

    def __init__(self) -> None:
        self.playing = False
        self.made.append(self)

    def setSource(self, url: QUrl) -> None:  # noqa: N802 Qt's own name
        assert Path(url.toLocalFile()).is_file()

    def setVolume(self, volume: float) -> None:  # noqa: N802 Qt's own name
        assert 0 < volume <= 1

    def play(self) -> None:
        self.playing = True

    def stop(self) -> None:
        self.playing = False


@pytest.fixture
def loud(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> EffectSound:
    """A machine with a loudspeaker."""
    output = SimpleNamespace(isNull=lambda: False)
    library = SimpleNamespace(
        QMediaDevices=SimpleNamespace(defaultAudioOutput=lambda: output),
        QSoundEffect=FakeEffect,
    )
    monkeypatch.setattr(FakeEffect, "made", [])
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", library)
    return EffectSound(folder=tmp_path)


def test_a_part_that_begins_a_little_late_has_the_tone_it_had(
    loud: EffectSound,
) -> None:
    for late in (0, 4, 11):
        loud.breathe(Phase.IN, timedelta(seconds=4, milliseconds=-late), 60)

    assert len(FakeEffect.made) == 1


def test_one_tone_sounds_at_a_time(loud: EffectSound) -> None:
    sounding = []
    for phase in (Phase.IN, Phase.OUT, Phase.REST):
        loud.breathe(phase, timedelta(seconds=4), 60)
        sounding.append([effect.playing for effect in FakeEffect.made])

    assert sounding == [[True], [False, True], [False, False]]


def test_no_volume_makes_no_tone(loud: EffectSound) -> None:
    loud.breathe(Phase.IN, timedelta(seconds=4), 0)

    assert loud._made is None
