"""The help, and what mistyped words are answered, in the user's language."""

import argparse
import inspect

import pytest

from psoas_break.argparse_words import FROM_ARGPARSE
from psoas_break.grammar import Misunderstood, parser


@pytest.mark.parametrize("message", FROM_ARGPARSE)
def test_argparse_has_them_so(message: str) -> None:
    assert repr(message)[1:-1] in inspect.getsource(argparse)


@pytest.mark.usefixtures("german")
def test_the_help_is_in_the_users_language(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parser().parse_args(["snooze", "--help"])

    told = capsys.readouterr().out
    assert told.startswith("Aufruf: psoas-break snooze")
    assert [word for word in FROM_ARGPARSE if word in told] == []


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("jump", "COMMAND: 'jump' gibt es nicht"),
        ("backup", "Es fehlt: FILE"),
        ("breathe --for", "--for: ein Wert fehlt"),
        ("breathe --seated --lying", "--lying: geht nicht zusammen mit --seated"),
        ("restore a.zip b.zip", "Nicht verstanden: b.zip"),
        ("--speed x", "--speed: 'x' ist kein gültiger Wert"),
        ("--verbose=3", "--verbose: der Wert '3' ist hier zu viel"),
    ],
)
def test_so_is_the_answer_to_words_that_make_no_sense(typed: str, answer: str) -> None:
    with pytest.raises(Misunderstood) as refused:
        parser().parse_args(typed.split())

    assert str(refused.value).startswith(answer)
