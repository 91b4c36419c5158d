"""The licences of everything that came with the app: a list, and the text of one."""

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from psoas_break.app.licences import Licence
from psoas_break.ui.label import Label, Tone
from psoas_break.ui.slim_scroll import slim
from psoas_break.ui.theme import MARGIN_WIDE, Text, Theme
from psoas_break.words import gettext as _

_LIST_SHARE, _TEXT_SHARE = 2, 3
_BROKEN_LINE = re.compile(r"(?<=.{50})\n[ ]{0,3}(?=\w)")
"""The end of a line that only a typewriter needs: the window is narrower."""


class LicencesPage(QWidget):
    """Empty until `show_licences`; the texts are long, and seldom read.

    Args:
        theme: Colours and fonts.
    """

    def __init__(self, *, theme: Theme) -> None:
        super().__init__()
        self._licences: tuple[Licence, ...] = ()
        self.list = QListWidget()
        self.list.setAccessibleName(_("What came with the app"))
        self.list.setFrameShape(QFrame.Shape.StyledPanel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setSpacing(2)
        self.list.currentRowChanged.connect(self._show_text)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFrameShape(QFrame.Shape.StyledPanel)
        self.text.setAccessibleName(_("Licence"))
        told = _("Psoas Break is under the MIT licence. It is made with:")
        body = QVBoxLayout(self)
        body.setContentsMargins(MARGIN_WIDE, 18, MARGIN_WIDE, 18)
        body.setSpacing(8)
        body.addWidget(
            Label(told, theme=theme, style=Text.BODY, tone=Tone.MUTED, wrap=True)
        )
        body.addWidget(self.list, stretch=_LIST_SHARE)
        body.addWidget(self.text, stretch=_TEXT_SHARE)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use these colours from now on."""
        slim(self.list, theme)
        slim(self.text, theme)

    def show_licences(self, licences: Sequence[Licence]) -> None:
        """List them, and show the text of the first."""
        self._licences = tuple(licences)
        self.list.clear()
        for one in self._licences:
            self.list.addItem(_line(one))
            self.list.item(self.list.count() - 1).setToolTip(one.terms)
        self.list.setCurrentRow(0)

    def _show_text(self, row: int) -> None:
        text = self._licences[row].text if row >= 0 else ""
        self.text.setPlainText(_BROKEN_LINE.sub(" ", text))


def _line(one: Licence) -> str:
    name = f"{one.name} {one.version}".rstrip()
    return f"{name}  ·  {one.terms}" if one.terms else name
