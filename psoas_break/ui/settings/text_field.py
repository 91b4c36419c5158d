"""A line of text, and the path of a folder with a button to choose it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from psoas_break.ui.buttons import Button, Kind
from psoas_break.ui.field_look import field_palette
from psoas_break.ui.theme import Text, Theme
from psoas_break.words import gettext as _

_HEIGHT = 38
_WIDTH = 170


class TextField(QLineEdit):
    """Takes the text when it is finished, not while it is typed.

    Args:
        empty: What holds while there is none, shown in its place.
        longest: The most characters.
        theme: Colours and fonts.
    """

    edited = Signal(object)

    def __init__(self, *, empty: str, longest: int, theme: Theme) -> None:
        super().__init__()
        self._value = ""
        self.setPlaceholderText(empty)
        self.setMaxLength(longest)
        self.setTextMargins(4, 0, 4, 0)
        self.set_theme(theme)
        self.editingFinished.connect(self._emit)

    def set_theme(self, theme: Theme) -> None:
        """Use these fonts and lengths from now on."""
        self.setFont(theme.font(Text.BODY))
        self.setPalette(field_palette(theme))
        self.setMinimumSize(theme.px(_WIDTH), theme.px(_HEIGHT))

    def show_value(self, value: str) -> None:
        """Show a text; half-typed text stays if it is the same as before."""
        if value != self._value:
            self._value = value
            self.setText(value)

    def take(self, text: str) -> None:
        """Be given a text as if it had been typed."""
        self.setText(text)
        self._emit()

    def _emit(self) -> None:
        text = self.text().strip()
        if text != self._value:
            self._value = text
            self.setText(text)
            self.edited.emit(text)


class FolderField(QWidget):
    """The path of a folder, typed or chosen; empty for none.

    Args:
        empty: What holds while there is none.
        longest: The most characters of a path.
        theme: Colours and fonts.
    """

    edited = Signal(object)

    def __init__(self, *, empty: str, longest: int, theme: Theme) -> None:
        super().__init__()
        self.text = TextField(empty=empty, longest=longest, theme=theme)
        self.text.setClearButtonEnabled(True)
        self.choose = Button(_("Choose…"), theme=theme, kind=Kind.QUIET)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.text, stretch=1)
        line.addWidget(self.choose)
        self.setFocusProxy(self.text)
        self.text.edited.connect(self.edited)
        self.choose.clicked.connect(self._choose)

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 Qt calls it
        """Name the parts, which are what a screen reader comes to."""
        super().setAccessibleName(name)
        self.text.setAccessibleName(name)
        self.choose.setAccessibleName(_("{name}: choose").format(name=name))

    def setAccessibleDescription(self, words: str) -> None:  # noqa: N802 as above
        """Describe the part that has the value."""
        super().setAccessibleDescription(words)
        self.text.setAccessibleDescription(words)

    def show_value(self, value: str) -> None:
        """Show a path."""
        self.text.show_value(value)

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.accessibleName(), self.text.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.text.take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
