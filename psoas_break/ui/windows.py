"""The windows that can be asked for: built when first wanted, freed when closed."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from psoas_break.app.commands import Window
from psoas_break.ui.look import Look
from psoas_break.ui.themed import Themed


class OpenWindows(QObject):
    """Fits the port `Windows`. Every window has WA_DeleteOnClose.

    Args:
        app: the application, which knows its screens.
        look: theme and motion.
        makers: builds each window, with whatever it needs.
        parent: the owner.

    Signals:
        asked: a `Command` the user gave in one of them.
    """

    asked = Signal(object)

    def __init__(
        self,
        *,
        app: QGuiApplication,
        look: Look,
        makers: Mapping[Window, Callable[[], QWidget]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._look = look
        self._makers = makers
        self._open: dict[Window, QWidget] = {}
        look.changed.connect(self._restyle)

    def show(self, window: Window) -> None:
        """Open a window, or bring it to the front."""
        from psoas_break.ui.placement import to_the_front  # noqa: PLC0415  as windows are

        to_the_front(self.get(window) or self._new(window))

    def get(self, window: Window) -> QWidget | None:
        """Return a window that is open."""
        widget = self._open.get(window)
        return widget if widget is not None and widget.isVisible() else None

    def _new(self, window: Window) -> QWidget:
        from psoas_break.ui.app_icon import app_icon  # noqa: PLC0415  not while idle
        from psoas_break.ui.font_watch import FontWatch  # noqa: PLC0415  the same
        from psoas_break.ui.screens import bring_back  # noqa: PLC0415  the same

        widget = self._makers[window]()
        widget.setWindowIcon(app_icon())
        bring_back(widget, self._app)
        FontWatch(widget).changed.connect(self._restyle)
        self._open[window] = widget
        # This holds it, too, until Qt has deleted it; by then there may be another.
        widget.destroyed.connect(lambda: self._forget(window, widget))
        asked = getattr(widget, "asked", None)
        if asked is not None:
            asked.connect(self.asked)
        return widget

    def _forget(self, window: Window, widget: QWidget) -> None:
        if self._open.get(window) is widget:
            del self._open[window]

    def _restyle(self) -> None:
        for widget in self._open.values():
            if isinstance(widget, Themed):
                widget.set_theme(self._look.theme)
