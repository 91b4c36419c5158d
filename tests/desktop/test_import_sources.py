import linecache
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from psoas_break.desktop.import_sources import forget_sources


@pytest.fixture(autouse=True)
def _importing_as_before() -> Iterator[None]:
    before = sys.meta_path[:]
    yield
    sys.meta_path[:] = before


def read(file: Path) -> str:
    file.write_text("text = 'long'\n", encoding="utf-8")
    assert linecache.getlines(str(file))
    return str(file)


def test_each_new_import_lets_go_of_what_was_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "never_seen_before.py").write_text("", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    forget_sources()
    source = read(tmp_path / "some_source.py")

    import never_seen_before  # type: ignore[import-not-found]  # noqa: F401, PLC0415

    assert source not in linecache.cache


def test_what_is_loaded_already_is_not_asked_for(tmp_path: Path) -> None:
    forget_sources()
    source = read(tmp_path / "some_source.py")

    import json  # noqa: F401, PLC0415

    assert source in linecache.cache
