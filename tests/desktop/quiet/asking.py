"""What every test of a source does: ask it, and wait for its word."""

from pytestqt.qtbot import QtBot

from psoas_break.app.ports import QuietSource, Signs
from psoas_break.domain.quiet import Reason

NOTHING = Signs()


def sign(reason: Reason) -> Signs:
    return Signs(frozenset({reason}))


def asked(source: QuietSource, qtbot: QtBot) -> Signs | None:
    """Ask, and return the one answer."""
    answers: list[Signs | None] = []
    source.ask(answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert len(answers) == 1
    return answers[0]
