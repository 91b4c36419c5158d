"""The guided window with somebody who owns it, as the app does."""

from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from psoas_break.domain.history import SessionOutcome
from psoas_break.domain.position import Position
from psoas_break.domain.session_values import (
    Asking,
    Ended,
    Event,
    Paused,
    Running,
    Session,
)
from psoas_break.ui.buttons import Button
from psoas_break.ui.session_window import SessionWindow
from psoas_break.ui.theme import LIGHT
from tests.ui.samples import ALL_HELD, START, course

RUNNING = Running(course())
PAUSED = Paused(course(), START)
ASKING = Asking(course(), START, was_paused=False)
ENDED = Ended(course(ALL_HELD), SessionOutcome.FINISHED, START)


class Owner:
    """Stands where the app stands: says where we are, hears what is wanted."""

    def __init__(self, qtbot: QtBot, here: Position) -> None:
        self.here = here
        self.asked = 0
        self.heard: list[Event] = []
        self.window = SessionWindow(theme=LIGHT, position=self.position)
        qtbot.addWidget(self.window)
        self.window.happened.connect(self.heard.append)

    def position(self) -> Position:
        self.asked += 1
        return self.here

    def shows(self, session: Session) -> "Owner":
        self.window.show()
        self.window.show_session(session)
        return self


def button(window: SessionWindow, words: str) -> Button:
    return next(
        b for b in window.findChildren(Button) if b.text() == words and b.isVisible()
    )


def menu(window: SessionWindow) -> QMenu:
    return window.findChildren(QMenu)[0]
