"""A list of names in one line, with commas between them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from psoas_break.ui.field_look import field_palette
from psoas_break.ui.theme import Text, Theme

_HEIGHT = 38


class NamesField(QLineEdit):
    """Takes the names when they are finished, not while they are typed.

    Args:
        example: What such names look like, shown while there are none.
        theme: Colours and fonts.
    """

    edited = Signal(object)

    def __init__(self, *, example: str, theme: Theme) -> None:
        super().__init__()
        self._names: tuple[str, ...] = ()
        self.setPlaceholderText(example)
        self.set_theme(theme)
        self.editingFinished.connect(self._emit)

    def set_theme(self, theme: Theme) -> None:
        """Use these fonts and lengths from now on."""
        self.setFont(theme.font(Text.BODY))
        self.setPalette(field_palette(theme))
        self.setMinimumHeight(theme.px(_HEIGHT))

    def show_value(self, value: tuple[str, ...]) -> None:
        """Show names; half-typed text stays if they are the same as before."""
        if value != self._names:
            self._names = value
            self.setText(", ".join(value))

    def _emit(self) -> None:
        names = names_in(self.text())
        if names != self._names:
            self._names = names
            self.setText(", ".join(names))
            self.edited.emit(names)


def names_in(text: str) -> tuple[str, ...]:
    """Return the names between the commas, each once.

    >>> names_in("zoom,  OBS , zoom,")
    ('zoom', 'OBS')
    """
    names = (name.strip() for name in text.split(","))
    return tuple(dict.fromkeys(name for name in names if name))
