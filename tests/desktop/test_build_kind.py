"""Which kind of install a bug report is about."""

from pathlib import Path

import pytest

from psoas_break.desktop.build_kind import kind_of_build


@pytest.mark.parametrize(
    ("environ", "program", "kind"),
    [
        ({"FLATPAK_ID": "a"}, "/app/lib/psoas-break/psoas-break", "Flatpak"),
        ({"APPIMAGE": "/a", "APPDIR": "/m"}, "/m/usr/lib/p/psoas-break", "AppImage"),
        ({"APPIMAGE": "/a", "APPDIR": "/m"}, "/home/p/psoas-break", "portable bundle"),
        ({}, "/opt/psoas-break/psoas-break", "Debian package"),
        ({}, "/Applications/P.app/Contents/MacOS/psoas-break", "macOS app"),
    ],
)
def test_a_bundle_is_told_by_where_it_lies(
    environ: dict[str, str], program: str, kind: str
) -> None:
    assert kind_of_build(environ, program=Path(program), frozen=True) == kind


def test_an_installer_leaves_its_way_out_beside_the_program(tmp_path: Path) -> None:
    program = tmp_path / "psoas-break.exe"
    before = kind_of_build({}, program=program, frozen=True)
    (tmp_path / "unins000.exe").touch()
    after = kind_of_build({}, program=program, frozen=True)
    assert (before, after) == ("portable bundle", "Windows installer")


def test_a_wheel_has_its_resources_inside(tmp_path: Path) -> None:
    before = kind_of_build({}, frozen=False, package=tmp_path)
    (tmp_path / "resources").mkdir()
    after = kind_of_build({}, frozen=False, package=tmp_path)
    assert (before, after) == ("checkout", "Python package")
