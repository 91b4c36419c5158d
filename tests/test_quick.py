"""The shortest way to the running app."""

import json
import stat
from pathlib import Path

import pytest

from psoas_break import quick
from psoas_break.control_wire import NotRunning
from psoas_break.grammar import Misunderstood, understand
from psoas_break.quick import NOT_RUNNING, REFUSED, USAGE, Options, split
from tests.listener import answering

HERE = Path("here")
Captured = pytest.CaptureFixture[str]


@pytest.mark.parametrize(
    ("words", "options", "rest"),
    [
        ([], Options(), []),
        (["status"], Options(), ["status"]),
        (["--profile-dir", "here"], Options(HERE), []),
        (["--profile-dir=here", "skip"], Options(HERE), ["skip"]),
        (["--speed", "60", "--profile-dir", "here"], Options(HERE, 60), []),
        (["--speed=0", "advance", "5m"], Options(speed=0), ["advance", "5m"]),
        (["--verbose", "--autostarted"], Options(None, None, True, True), []),  # noqa: FBT003
        (["status", "--verbose"], Options(), ["status", "--verbose"]),
    ],
)
def test_options_stand_in_front_of_the_words(
    words: list[str], options: Options, rest: list[str]
) -> None:
    assert split(words) == (options, rest)


@pytest.mark.parametrize(
    "words",
    [
        ["--help"],
        ["--version"],
        ["--profile-dir"],
        ["--profile-dir="],
        ["--speed"],
        ["--speed", "fast"],
        ["--verbose=yes"],
        ["--autostarted=1"],
        ["--profil", "here"],
        ["-v"],
    ],
)
def test_what_else_stands_in_front_is_left_to_the_grammar(words: list[str]) -> None:
    assert split(words) == (Options(), words)


@pytest.mark.parametrize(
    ("options", "sound"),
    [
        (Options(), True),
        (Options(HERE, 0), True),
        (Options(HERE, 3600), True),
        (Options(HERE, 3601), False),
        (Options(HERE, -1), False),
        (Options(HERE, float("nan")), False),
        (Options(None, 60), False),
    ],
)
def test_a_speed_makes_sense_in_a_profile_alone(
    options: Options, *, sound: bool
) -> None:
    assert options.is_sound is sound


def test_the_words_go_over_as_they_are(tmp_path: Path) -> None:
    with answering(tmp_path, {"ok": True}) as heard:
        quick.run(["pause", "until", "14:30"], tmp_path)

    assert heard == [{"words": ["pause", "until", "14:30"]}]


def test_an_answer_is_printed(tmp_path: Path, capsys: Captured) -> None:
    with answering(tmp_path, {"ok": True, "line": "Paused until 14:30"}):
        code = quick.run(["pause"], tmp_path)

    assert (code, capsys.readouterr()) == (0, ("Paused until 14:30\n", ""))


def test_nothing_to_say_prints_nothing(tmp_path: Path, capsys: Captured) -> None:
    with answering(tmp_path, {"ok": True, "line": "", "data": None}):
        code = quick.run(["show"], tmp_path)

    assert (code, capsys.readouterr()) == (0, ("", ""))


def test_data_is_printed_for_programs(tmp_path: Path, capsys: Captured) -> None:
    answer = {"ok": True, "line": "Sitting 3 min", "data": {"state": "sitting"}}
    with answering(tmp_path, answer):
        quick.run(["status", "--json"], tmp_path)

    assert json.loads(capsys.readouterr().out) == {"state": "sitting"}


@pytest.mark.parametrize(
    ("answer", "code"),
    [({"ok": False}, REFUSED), ({"ok": False, "usage": True}, USAGE)],
)
def test_a_refusal_is_one_line_and_a_code(
    tmp_path: Path, capsys: Captured, answer: dict[str, object], code: int
) -> None:
    with answering(tmp_path, answer | {"line": "Nothing is due."}):
        said = quick.run(["skip"], tmp_path)

    assert (said, capsys.readouterr()) == (code, ("", "Nothing is due.\n"))


@pytest.mark.parametrize("answer", [b"", b"hello\n"])
def test_an_app_that_does_not_answer_is_named(
    tmp_path: Path, capsys: Captured, answer: bytes
) -> None:
    with answering(tmp_path, answer):
        code = quick.run(["status"], tmp_path)

    assert (code, len(capsys.readouterr().err.splitlines())) == (NOT_RUNNING, 1)


def test_without_an_app_the_grammar_decides(tmp_path: Path) -> None:
    assert quick.run(["status"], tmp_path) is None


@pytest.mark.parametrize(
    "words",
    [["history"], ["exercises"], ["dance"], ["start", "--help"], ["skip", "-h"]],
)
def test_some_words_are_none_of_the_app_s_business(
    tmp_path: Path, words: list[str]
) -> None:
    with answering(tmp_path):
        assert quick.run(words, tmp_path) is None


def test_a_runtime_folder_of_somebody_else_is_named(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("psoas_break.control_wire._user", lambda: 12345)
    assert stat.S_ISDIR(tmp_path.stat().st_mode)

    code = quick.run(["status"], None)

    assert (code, len(capsys.readouterr().err.splitlines())) == (NOT_RUNNING, 1)


def test_saying_something_to_nobody_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotRunning):
        quick.say(["show"], tmp_path)


@pytest.mark.parametrize("word", sorted(quick.FOR_THE_APP))
def test_the_app_knows_every_word_that_is_handed_to_it(word: str) -> None:
    more = {"standing": ["on"], "meeting": ["5m"], "advance": ["5m"]}
    more |= {"favourite": ["R7"], "leave-out": ["R7", "off"]}
    try:
        understood = understand([word, *more.get(word, [])])
    except Misunderstood:
        understood = None
    assert understood is not None
