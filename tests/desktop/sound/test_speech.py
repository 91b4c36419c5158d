"""The desktop's voice, or silence."""

import sys

import pytest
from PySide6.QtTextToSpeech import QTextToSpeech
from pytestqt.qtbot import QtBot

from psoas_break.desktop.sound.speech import DesktopVoice

MOCK = "mock"
"""Qt's own engine for tests: it takes time to speak, and makes no sound."""


@pytest.fixture
def voice(qtbot: QtBot) -> DesktopVoice:
    assert qtbot
    if MOCK not in QTextToSpeech.availableEngines():
        pytest.skip("this Qt comes without its voice for tests")
    return DesktopVoice(engine=MOCK)


def engine(voice: DesktopVoice) -> QTextToSpeech:
    assert voice._engine is not None
    return voice._engine


def test_it_speaks_and_falls_silent(voice: DesktopVoice, qtbot: QtBot) -> None:
    voice.say("Breathe in", 60)
    speaking = QTextToSpeech.State.Speaking
    qtbot.waitUntil(lambda: engine(voice).state() is speaking)

    voice.hush()

    qtbot.waitUntil(lambda: engine(voice).state() is QTextToSpeech.State.Ready)
    assert engine(voice).volume() == pytest.approx(0.6)


def test_what_is_new_cuts_short_what_is_being_said(
    voice: DesktopVoice, qtbot: QtBot
) -> None:
    voice.say("Breathe in, and feel how the belly widens", 60)
    voice.say("Breathe out", 60)

    qtbot.waitUntil(lambda: engine(voice).state() is QTextToSpeech.State.Ready)


@pytest.mark.usefixtures("qapp")
def test_a_machine_without_a_voice_is_silent_and_well(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    monkeypatch.setitem(sys.modules, "PySide6.QtTextToSpeech", None)
    voice = DesktopVoice()

    for _ in range(2):
        voice.say("Breathe in", 60)
    voice.hush()

    assert caplog.text.count("The voice is off") == 1


@pytest.mark.usefixtures("qapp")
@pytest.mark.qt_log_ignore("speech", "Speech")
def test_whatever_voice_there_is_or_not_nothing_breaks() -> None:
    voice = DesktopVoice()

    voice.say("Breathe in", 60)
    voice.hush()

    assert voice.why_silent or voice._engine is not None


def test_no_volume_loads_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtTextToSpeech", None)
    voice = DesktopVoice()

    voice.say("Breathe in", 0)

    assert voice.why_silent == ""
