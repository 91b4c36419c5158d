"""Which mechanism answers under Wayland."""

from collections.abc import Callable
from datetime import timedelta

from psoas_break.desktop.idle import choose_idle, signals_of
from psoas_break.desktop.idle.at_once import ReadAtOnce
from psoas_break.desktop.idle.null import NullIdle
from psoas_break.desktop.idle.wayland import LiveIdle, WaylandIdle

SECOND = timedelta(seconds=1)


class Way:
    tells = True
    tells_silence = False

    def __init__(self, name: str, idle: timedelta | None) -> None:
        self.name = name
        self.said = idle
        self.trouble = "" if idle is not None else "it says nothing"
        self.asked = 0
        self.closely = False
        self.returned: Callable[[], None] | None = None
        self.silence: tuple[timedelta, Callable[[], None]] | None = None

    def idle(self) -> timedelta | None:
        return self.said

    def refresh(self, done: Callable[[], None]) -> None:
        self.asked += 1
        done()

    def attend(self, *, closely: bool) -> None:
        self.closely = closely

    def tell_return(self, returned: Callable[[], None] | None) -> None:
        self.returned = returned

    def tell_silence(self, span: timedelta | None, fell: Callable[[], None]) -> None:
        self.silence = None if span is None else (span, fell)


def refuses() -> LiveIdle:
    message = "not here"
    raise OSError(message)


def refreshed(idle: WaylandIdle) -> timedelta | None:
    done: list[str] = []
    idle.refresh(lambda: done.append("done"))
    assert done == ["done"]
    return idle.idle()


def test_nothing_is_made_before_it_is_asked() -> None:
    idle = WaylandIdle({"refuses": refuses})
    assert (idle.name, idle.idle()) == ("unknown", None)


def test_the_first_that_answers_is_the_mechanism() -> None:
    silent, speaks, other = (
        Way("silent", None),
        Way("speaks", SECOND),
        Way("other", 2 * SECOND),
    )
    idle = WaylandIdle(
        {
            "refuses": refuses,
            "silent": lambda: silent,
            "speaks": lambda: speaks,
            "other": lambda: other,
        }
    )
    assert (refreshed(idle), idle.name, other.asked) == (SECOND, "speaks", 0)
    assert idle.passed_over() == {
        "refuses": "not here",
        "silent": "it says nothing",
        "other": "not needed, speaks answers",
    }


def test_it_is_asked_first_from_then_on() -> None:
    silent, speaks = Way("silent", None), Way("speaks", SECOND)
    idle = WaylandIdle({"silent": lambda: silent, "speaks": lambda: speaks})
    refreshed(idle)
    refreshed(idle)
    assert (silent.asked, speaks.asked) == (1, 2)


def test_when_it_answers_no_more_another_takes_over() -> None:
    first, second = Way("first", SECOND), Way("second", 2 * SECOND)
    idle = WaylandIdle({"first": lambda: first, "second": lambda: second})
    idle.attend(closely=True)
    refreshed(idle)
    returned = lambda: None  # noqa: E731  two names for one thing
    idle.attend(closely=True)
    idle.tell_return(returned)
    idle.tell_silence(SECOND, returned)
    first.said = None
    assert (refreshed(idle), idle.name) == (2 * SECOND, "second")
    assert (first.closely, first.returned, first.silence) == (False, None, None)
    assert (second.closely, second.returned) == (True, returned)
    assert second.silence == (SECOND, returned)


def test_silence_is_told_where_the_mechanism_tells_of_it() -> None:
    way = Way("way", SECOND)
    idle = WaylandIdle({"way": lambda: way})
    before = idle.tells_silence
    refreshed(idle)
    looked_for = idle.tells_silence
    way.tells_silence = True
    assert (before, looked_for, idle.tells_silence) == (False, False, True)


def test_where_none_answers_idle_is_unknown() -> None:
    idle = WaylandIdle({"silent": lambda: Way("silent", None)})
    assert (refreshed(idle), idle.name) == (None, "unknown")


def test_a_wayland_session_never_asks_the_x_server() -> None:
    choice = choose_idle({"DISPLAY": ":0", "WAYLAND_DISPLAY": "w"}, "linux")
    assert isinstance(choice.mechanism, WaylandIdle)


def test_what_is_simply_read_needs_no_asking() -> None:
    assert isinstance(signals_of(NullIdle()), ReadAtOnce)


def test_what_must_be_asked_is_its_own_signal() -> None:
    idle = WaylandIdle({})
    assert signals_of(idle) is idle
