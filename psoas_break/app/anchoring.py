"""Anchors on a disk that may be full: nothing is lost as long as the app runs."""

from psoas_break.app.ports import Anchors


class SafeAnchors:
    """Fits the port `Anchors` and never fails to save.

    What the disk refuses is held here and written once it can be.

    Args:
        anchors: where it is kept.
    """

    def __init__(self, anchors: Anchors) -> None:
        self._anchors = anchors
        self._unsaved: dict[str, dict[str, object]] = {}
        self.problem = ""
        """Why something is not saved now, in one line; "" when all is."""

    def save(self, name: str, values: dict[str, object]) -> None:
        """Keep `values` under `name`, now or as soon as there is room."""
        self._unsaved[name] = values
        self.retry()

    def load(self, name: str) -> dict[str, object] | None:
        """Return what was last saved under `name`, or None."""
        if name in self._unsaved:
            return self._unsaved[name]
        return self._anchors.load(name)

    def retry(self) -> None:
        """Write what waits, if that is possible by now."""
        self.problem = ""
        for name, values in tuple(self._unsaved.items()):
            try:
                self._anchors.save(name, values)
            except OSError as error:
                self.problem = str(error)
            else:
                del self._unsaved[name]
