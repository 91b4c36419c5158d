"""Pictures of every window in every state, made from the real widgets.

`python -m tests.shots DIR` renders all of them; `python -m tests.shots DIR session`
only those of tests/shots/session.py. To add some, write a module here with

    def shots() -> Iterator[Shot]:
        yield Shot("home-sitting", lambda theme: HomeWindow(theme=theme, ...))

and it is found by itself. `make` is called once per theme and size, so widgets share
nothing. A widget must look finished as soon as it is shown; no time passes, unless
its shot says when it is ready.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from psoas_break.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture to take, in light and in dark.

    Attributes:
        name: File name stem, words joined by hyphens.
        make: Builds the widget from a theme.
        sizes: Width and height in pixels; the widget's own size if empty.
        font_scale: 1.25 for a user with a 125 % font.
        ready: Whether the shown widget looks finished; until then events go on.
    """

    name: str
    make: Callable[[Theme], QWidget]
    sizes: tuple[tuple[int, int], ...] = ()
    font_scale: float = 1.0
    ready: Callable[[Any], bool] = lambda _widget: True
