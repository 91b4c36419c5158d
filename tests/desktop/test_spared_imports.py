"""Modules that are left out of an import."""

import importlib
import sys

import pytest

from psoas_break.desktop.spared_imports import spared


def test_what_is_spared_is_not_found_and_later_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delitem(sys.modules, "this", raising=False)

    with spared("colorsys"), pytest.raises(ModuleNotFoundError):
        importlib.import_module("colorsys")

    assert importlib.import_module("colorsys").__name__ == "colorsys"


def test_what_is_loaded_already_stays() -> None:
    with spared("sys"):
        assert importlib.import_module("sys") is sys
