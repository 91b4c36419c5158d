import sys

import pytest

from psoas_break.desktop.dbus import Bus
from psoas_break.desktop.presence import choose_presence
from psoas_break.domain.absence import Certain

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="D-Bus is Linux's")


@linux_only
@pytest.mark.usefixtures("qapp")
def test_linux_listens_to_all_who_may_tell() -> None:
    bus = Bus(address=None)
    names = [c.mechanism.name for c in choose_presence({}, session=bus, system=bus)]
    assert names == ["logind", "screen saver", "Mutter"]


@linux_only
def test_without_a_bus_nobody_tells_and_that_is_said() -> None:
    (choice,) = choose_presence({}, session=None, system=None)
    said: list[tuple[Certain, bool]] = []
    choice.mechanism.start(lambda cause, holds: said.append((cause, holds)))
    choice.mechanism.look()
    assert (said, choice.why) == ([], "there is no message bus to listen to")
