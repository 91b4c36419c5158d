"""The Debian package, from a machine with nothing on it to its removal."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.package.fresh_root import FreshRoot, fresh_root
from tests.system.command_line import PROGRAM
from tests.system.desktop import Desktop, private_desktop
from tests.system.running_app import App

DEB, NEWER = "PSOAS_BREAK_DEB", "PSOAS_BREAK_NEWER_DEB"
"""Name the package to install, and one of a higher version."""

INSTALLED = (
    "/opt/psoas-break/psoas-break",
    "/usr/bin/psoas-break",
    "/usr/share/applications/psoas-break.desktop",
    "/usr/share/bash-completion/completions/psoas-break",
    "/usr/share/fish/vendor_completions.d/psoas-break.fish",
    "/usr/share/icons/hicolor/48x48/apps/psoas-break.png",
    "/usr/share/icons/hicolor/scalable/apps/psoas-break.svg",
    "/usr/share/man/man1/psoas-break.1.gz",
    "/usr/share/metainfo/io.github.psoas_break.psoas_break.metainfo.xml",
    "/usr/share/zsh/vendor-completions/_psoas-break",
)


@pytest.fixture(scope="module")
def root() -> Iterator[FreshRoot]:
    # Not under /tmp, which the root itself sees as its own.
    folder = Path(os.environ[DEB]).parent / "fresh-root"
    with fresh_root(folder, "bookworm") as made:
        yield made


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    with private_desktop() as running:
        yield running


def starter(root: FreshRoot, folder: Path) -> Path:
    """Return a program that starts the installed one, in the root it is in."""
    file = folder / "psoas-break"
    file.write_text(f'#!/bin/sh\nexec chroot {root.folder} psoas-break "$@"\n', "utf-8")
    file.chmod(file.stat().st_mode | stat.S_IXUSR)
    return file


def finished(app: App) -> int:
    return sum(one["outcome"] == "finished" for one in app.history()["sessions"])


def takes_a_break_by_clicks(app: App, desktop: Desktop) -> None:
    """Work until the prompt comes, click Start, and do all of it."""
    app.advance("31m", "--typing")
    app.advance("10s")
    app.icon()
    prompt = app.wait_for_window()
    desktop.click(*app.primary_button(prompt).centre)
    app.line.wait_for_state("on_break")
    app.advance("10m")


def test_from_nothing_to_a_break_an_upgrade_and_its_removal(
    root: FreshRoot,
    desktop: Desktop,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(PROGRAM, str(starter(root, tmp_path)))
    profile = tmp_path / "profile"

    root.install(Path(os.environ[DEB]))
    assert [path for path in INSTALLED if not root.has(path)] == []
    with App(desktop, profile) as app:
        takes_a_break_by_clicks(app, desktop)
        assert finished(app) == 1

    root.install(Path(os.environ[NEWER]))
    with App(desktop, profile, fresh=False) as app:
        takes_a_break_by_clicks(app, desktop)
        assert finished(app) == 2

    root.remove("psoas-break")
    assert [path for path in INSTALLED if root.has(path)] == []
    assert (profile / "journal.db").stat().st_size > 0
