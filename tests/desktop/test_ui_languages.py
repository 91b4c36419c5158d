"""The languages the user reads."""

import ctypes
import sys
from collections.abc import Callable, Mapping
from types import SimpleNamespace
from typing import Any

import pytest

from psoas_break.desktop import ui_languages as module
from psoas_break.desktop.ui_languages import (
    languages_in,
    of_macos,
    of_windows,
    ui_languages,
)


@pytest.mark.parametrize(
    ("environ", "asked"),
    [
        ({}, []),
        ({"LANG": "de_DE.UTF-8"}, ["de_DE.UTF-8"]),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "C.UTF-8"}, ["C.UTF-8"]),
        ({"LANG": "de_DE.UTF-8", "LC_MESSAGES": "fr_FR"}, ["fr_FR"]),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": ""}, ["de_DE.UTF-8"]),
        ({"LANGUAGE": "pt_BR:pt", "LANG": "de_DE"}, ["pt_BR", "pt"]),
        ({"LANGUAGE": "de::en"}, ["de", "en"]),
    ],
)
def test_the_environment_asks_for_languages(
    environ: Mapping[str, str], asked: list[str]
) -> None:
    assert languages_in(environ) == asked


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_where_the_desktop_knows_it_is_asked(
    monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(module, "of_windows", lambda: ["de-AT", "en-US"])
    monkeypatch.setattr(module, "of_macos", lambda: ["de-AT", "en-US"])

    # A terminal sets LANG by the region, which need not be the language.
    assert ui_languages({"LANG": "en_US.UTF-8"}) == ["de_AT", "en_US"]
    assert ui_languages({"LANGUAGE": "fr"}) == ["fr"]


class Function:
    """A call into the system that a test answers."""

    restype: Any = None
    argtypes: Any = None

    def __init__(self, answer: Callable[..., Any]) -> None:
        self._answer = answer

    def __call__(self, *arguments: Any) -> Any:
        return self._answer(*arguments)


class Foundation:
    """As much of Core Foundation as is asked, with three languages of a user's."""

    LIST = 77

    def __init__(self, names: list[str | None]) -> None:
        self.names = names
        self.released: list[int] = []
        self.CFLocaleCopyPreferredLanguages = Function(lambda: self.LIST)
        self.CFArrayGetCount = Function(lambda _array: len(names))
        self.CFArrayGetValueAtIndex = Function(lambda _array, at: at)
        self.CFStringGetCString = Function(self._text)
        self.CFRelease = Function(self.released.append)

    def _text(self, at: int, buffer: Any, size: int, encoding: int) -> bool:
        name = self.names[at]
        assert encoding == 0x08000100
        if name is None or len(name) >= size:
            return False
        buffer.value = name.encode()
        return True


def test_macos_names_them_and_its_list_is_given_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    foundation = Foundation(["de-DE", None, "zh-Hans-CN"])
    monkeypatch.setattr(ctypes, "CDLL", lambda _path: foundation)

    assert of_macos() == ["de-DE", "zh-Hans-CN"]
    assert foundation.released == [Foundation.LIST]


class Kernel:
    """The one call of Windows that is asked, with a user's languages."""

    TOLD = "de-DE\0en-US\0\0"

    def __init__(self, *, fails: bool = False) -> None:
        self.fails = fails

    def GetUserPreferredUILanguages(  # noqa: N802  as Windows calls it
        self, flags: int, count: Any, names: Any, length: Any
    ) -> bool:
        assert flags == 0x8
        count._obj.value = 2
        length._obj.value = len(self.TOLD)
        if names is not None:
            names[: len(self.TOLD)] = self.TOLD
        return not self.fails


@pytest.mark.parametrize(("fails", "told"), [(False, ["de-DE", "en-US"]), (True, [])])
def test_windows_names_them(
    monkeypatch: pytest.MonkeyPatch, *, fails: bool, told: list[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    libraries = SimpleNamespace(kernel32=Kernel(fails=fails))
    monkeypatch.setattr(ctypes, "windll", libraries, raising=False)

    assert of_windows() == told


@pytest.mark.skipif(sys.platform == "darwin", reason="it has them")
def test_without_core_foundation_none_is_known() -> None:
    assert of_macos() == []
