"""Keeping state on a disk that may be full."""

from psoas_break.app.anchoring import SafeAnchors


class Disk:
    """Refuses while it is full."""

    def __init__(self) -> None:
        self.full = False
        self.kept: dict[str, dict[str, object]] = {}

    def save(self, name: str, values: dict[str, object]) -> None:
        if self.full:
            reason = "No space left on device"
            raise OSError(reason)
        self.kept[name] = values

    def load(self, name: str) -> dict[str, object] | None:
        return self.kept.get(name)


def test_what_is_saved_is_on_the_disk() -> None:
    disk = Disk()

    SafeAnchors(disk).save("session", {"a": 1})

    assert disk.kept == {"session": {"a": 1}}


def test_what_is_on_the_disk_is_loaded() -> None:
    disk = Disk()
    disk.kept["session"] = {"a": 1}

    assert SafeAnchors(disk).load("session") == {"a": 1}


def test_a_full_disk_is_named() -> None:
    disk = Disk()
    anchors = SafeAnchors(disk)
    disk.full = True

    anchors.save("session", {"a": 1})

    assert anchors.problem == "No space left on device"


def test_what_a_full_disk_refused_is_still_known() -> None:
    disk = Disk()
    anchors = SafeAnchors(disk)
    anchors.save("session", {"a": 1})
    disk.full = True

    anchors.save("session", {"a": 2})

    assert anchors.load("session") == {"a": 2}


def test_with_room_again_everything_is_written_and_nothing_named() -> None:
    disk = Disk()
    anchors = SafeAnchors(disk)
    disk.full = True
    anchors.save("session", {"a": 1})
    anchors.save("rotation", {"b": 1})
    disk.full = False

    anchors.retry()

    assert disk.kept == {"session": {"a": 1}, "rotation": {"b": 1}}
    assert anchors.problem == ""
