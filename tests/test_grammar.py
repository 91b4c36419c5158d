"""Words in, one command out."""

from argparse import ArgumentTypeError, _SubParsersAction
from contextlib import suppress
from datetime import time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas_break.app.commands import (
    Advance,
    Breathe,
    Command,
    JustMoved,
    Meeting,
    Passing,
    PauseFor,
    PauseUntil,
    PauseUntilTomorrow,
    Quit,
    Resume,
    Show,
    Skip,
    Snooze,
    Standing,
    Start,
    Status,
    Undo,
    WasSitting,
    Window,
)
from psoas_break.domain.settings import Posture
from psoas_break.grammar import Misunderstood, command_of, parser, understand
from psoas_break.grammar_spans import duration

MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("90s", 90),
        ("5m", 300),
        ("5min", 300),
        ("5", 300),
        ("1.5h", 5400),
        ("1h30m", 5400),
        ("1h30", 5400),
        ("1d", 86400),
        ("366d", 366 * 86400),
    ],
)
def test_a_duration_is_read(text: str, seconds: int) -> None:
    assert duration(text) == timedelta(seconds=seconds)


@pytest.mark.parametrize(
    "text", ["", "0", "0s", "-5m", "5 m", "five", "m", "5x", "1e3", "367d", "9" * 400]
)
def test_what_is_no_duration_is_named(text: str) -> None:
    with pytest.raises(ArgumentTypeError, match=r"is no duration; write 90s"):
        duration(text)


@given(text=st.text(max_size=12))
def test_whatever_is_written_is_a_sound_duration_or_refused(text: str) -> None:
    try:
        span = duration(text)
    except ArgumentTypeError:
        return
    assert timedelta() < span <= timedelta(days=366)


@pytest.mark.parametrize(
    ("words", "command"),
    [
        ("status", Status()),
        ("status --json", Status()),
        ("start", Start("stretch")),
        ("start breathe", Start("breathe")),
        ("breathe", Breathe()),
        ("breathe Evening", Breathe("Evening")),
        (
            "breathe --lying --for 5m",
            Breathe(posture=Posture.LYING, span=5 * MINUTE),
        ),
        ("breathe coherent-5-5 --seated", Breathe("coherent-5-5", Posture.SEATED)),
        ("snooze", Snooze()),
        ("snooze 10m", Snooze(10 * MINUTE)),
        ("skip", Skip()),
        ("moved", JustMoved()),
        ("undo", Undo()),
        ("was-sitting", WasSitting()),
        ("standing on", Standing(on=True)),
        ("standing off", Standing(on=False)),
        ("meeting 45m", Meeting(45 * MINUTE)),
        ("meeting end", Meeting(None)),
        ("pause", PauseFor()),
        ("pause 2h", PauseFor(120 * MINUTE)),
        ("pause until 14:30", PauseUntil(time(14, 30))),
        ("pause until tomorrow", PauseUntilTomorrow()),
        ("resume", Resume()),
        ("settings", Show(Window.SETTINGS)),
        ("show", Show(Window.HOME)),
        ("quit", Quit()),
        ("advance 5m", Advance(5 * MINUTE)),
        ("advance 5m --typing", Advance(5 * MINUTE, Passing.TYPING)),
        ("advance 5m --asleep", Advance(5 * MINUTE, Passing.ASLEEP)),
    ],
)
def test_the_app_understands(words: str, command: Command) -> None:
    assert understand(words.split()) == command


@pytest.mark.parametrize(
    "words",
    [
        "",
        "dance",
        "history",
        "exercises",
        "routines",
        "snooze soon",
        "standing",
        "standing maybe",
        "meeting",
        "meeting soon",
        "pause soon",
        "pause until",
        "pause until noon",
        "pause until 12:00+02:00",
        "pause until 14:30 sharp",
        "advance",
        "advance 5m --typing --asleep",
        "advance 5m --typ",
        "status --js",
        "settings --json",
        "--profile-dir x status",
        "--help",
        "--version",
        "-h",
        "start --help",
        "start -h",
        "skip -hh",
    ],
)
def test_the_app_refuses_in_one_line(
    words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(Misunderstood) as refused:
        understand(words.split())

    assert len(str(refused.value).splitlines()) == 1
    assert capsys.readouterr() == ("", "")


@given(words=st.lists(st.text(max_size=10), max_size=4))
def test_no_words_whatever_end_the_app(words: list[str]) -> None:
    with suppress(Misunderstood):
        assert understand(words)


@pytest.mark.parametrize("words", [["--help"], ["start", "--help"], ["--version"]])
def test_help_is_there_on_the_command_line(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        parser().parse_args(words)

    assert (ended.value.code, capsys.readouterr().err) == (0, "")


def test_the_help_names_every_word(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parser().parse_args(["--help"])

    told = capsys.readouterr().out
    assert [w for w in ("status", "pause", "history", "quit") if w not in told] == []


@pytest.mark.parametrize("words", [["history"], ["exercises"], ["routines"]])
def test_what_is_read_from_files_is_no_command(words: list[str]) -> None:
    assert command_of(parser().parse_args(words)) is None


def test_an_option_it_does_not_know_is_what_it_complains_about() -> None:
    with pytest.raises(Misunderstood, match="-x"):
        parser().parse_args(["-x"])


@pytest.mark.parametrize("word", ["snooze", "meeting", "pause", "breathe", "advance"])
def test_the_help_says_how_a_duration_is_written(
    word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        parser().parse_args([word, "--help"])

    assert "1h30m" in capsys.readouterr().out


def test_nothing_in_the_help_stands_there_without_a_word() -> None:
    (words,) = (a for a in parser()._actions if isinstance(a, _SubParsersAction))
    mute = [
        f"{name} {action.metavar or action.dest}"
        for name, word in words.choices.items()
        for action in word._actions
        if not action.help and action.choices != ("on", "off")
    ]
    assert mute == []


def test_json_and_csv_exclude_each_other() -> None:
    with pytest.raises(Misunderstood, match="not allowed with"):
        parser().parse_args(["history", "--json", "--csv"])
