"""What stands in the history before anything has happened."""

from PySide6.QtCore import Qt

from psoas_break.ui.buttons import Button, Kind
from psoas_break.ui.card import Card
from psoas_break.ui.label import Label, Tone
from psoas_break.ui.theme import Text, Theme
from psoas_break.words import gettext as _


class EmptyCard(Card):
    """Says what will be here, and offers a first break."""

    def __init__(self, *, theme: Theme) -> None:
        super().__init__(theme=theme)
        centre = Qt.AlignmentFlag.AlignHCenter
        title = Label(_("Nothing here yet"), theme=theme, style=Text.CUE)
        words = Label(
            _("Your breaks, and how long you sat between them, will stand here."),
            theme=theme,
            tone=Tone.MUTED,
            wrap=True,
        )
        words.setAlignment(centre)
        self.start = Button(
            _("Start a stretch"), theme=theme, kind=Kind.PRIMARY, hit=50
        )
        self.body.addStretch()
        self.body.addWidget(title, alignment=centre)
        self.body.addWidget(words)
        self.body.addWidget(self.start, alignment=centre)
        self.body.addStretch()
