"""Run the prompt card by itself: `python -m tests.ui.card_alone`.

It comes up at once, writes the name of each command it is asked for, and stays.
"""

import sys
from datetime import timedelta

from PySide6.QtWidgets import QApplication

from psoas_break.domain.situation import Offer
from psoas_break.ui.prompt_card import PromptCard
from psoas_break.ui.theme import LIGHT


def main() -> int:
    """Show the card until the process is ended."""
    app = QApplication(["card"])
    app.setQuitOnLastWindowClosed(False)
    card = PromptCard(theme=LIGHT, composited=False, fades=False)
    card.asked.connect(
        lambda command: print(type(command).__name__, flush=True)  # noqa: T201 its way to tell
    )
    card.show_offer(
        Offer(
            sat=timedelta(minutes=40),
            routine="R2",
            name="Two-minute hips and breath",
            detail="Standing stretch, both sides",
            length=timedelta(seconds=130),
        )
    )
    card.appear()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
