"""Where things are kept: names, paths to read and copy, and a button to go there."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from psoas_break.ui.buttons import Button, Kind
from psoas_break.ui.label import Label, Tone
from psoas_break.ui.theme import Text, Theme
from psoas_break.words import gettext as _


class PlacesTable(QWidget):
    """One file or folder below the other.

    Args:
        places: A name in words, and the file or folder.
        theme: Colours and fonts.
    """

    asked_to_open = Signal(object)
    """The user wants to see this file or folder (a Path)."""

    def __init__(self, *, places: Mapping[str, Path], theme: Theme) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        for line, (name, path) in enumerate(places.items()):
            words = Label(name, theme=theme, style=Text.LABEL)
            button = Button(_("Show"), theme=theme, kind=Kind.QUIET)
            button.setAccessibleName(_("Show {name}").format(name=name))
            button.clicked.connect(
                lambda _checked=False, path=path: self.asked_to_open.emit(path)
            )
            grid.addWidget(words, 2 * line, 0, Qt.AlignmentFlag.AlignBottom)
            grid.addWidget(_path_label(name, path, theme), 2 * line + 1, 0)
            grid.addWidget(button, 2 * line, 1, 2, 1)
            grid.setRowMinimumHeight(2 * line, theme.px(26))


def _path_label(name: str, path: Path, theme: Theme) -> Label:
    label = Label(
        str(path), theme=theme, style=Text.SECONDARY, tone=Tone.MUTED, wrap=True
    )
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    label.setAccessibleName(f"{name}: {path}")
    return label
