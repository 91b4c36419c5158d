"""The recipes of what users download, as far as they can be tried on this system."""

import ast
import hashlib
import json
import plistlib
import re
import shutil
import subprocess
from pathlib import Path

import check_release
import pytest
from workbench import packs, tree, windows_version
from workbench.environment import version_of_checkout
from workbench.errors import WorkbenchError

from tests.system.process import ROOT

PACKAGING = ROOT / "packaging"
MANIFEST = PACKAGING / "flatpak" / f"{tree.APP_ID}.yml"


def needs(program: str) -> str:
    found = shutil.which(program)
    if found is None:
        pytest.skip(f"needs {program}")
    return found


def output(*command: str) -> str:
    done = subprocess.run(  # noqa: S603  our own words
        command, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A bundle whose program only says who it is, and with what words."""
    program = tmp_path / "bundle" / "psoas-break"
    (program.parent / "_internal").mkdir(parents=True)
    program.write_text('#!/bin/sh\necho "the bundle, $*"\n')
    program.chmod(0o755)
    return program.parent


@pytest.fixture(params=[tree.NAME, tree.APP_ID])
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def laid_out(name: str, bundle: Path, tmp_path: Path) -> Path:
    tree.lay_out(tmp_path / "usr", name=name, bundle=bundle)
    return tmp_path / "usr"


def test_the_program_starts_from_where_a_path_looks(laid_out: Path) -> None:
    assert output(str(laid_out / "bin/psoas-break"), "status") == "the bundle, status\n"


def test_the_entry_is_valid_and_has_its_icon(laid_out: Path, name: str) -> None:
    entry = laid_out / "share/applications" / f"{name}.desktop"
    assert output(needs("desktop-file-validate"), str(entry)) == ""
    assert f"\nIcon={name}\n" in entry.read_text("utf-8")
    icons = {path.parent.parent.name for path in laid_out.rglob(f"{name}.*g")}
    assert {"16x16", "48x48", "256x256", "scalable"} <= icons


def test_the_metainfo_is_valid_and_names_the_entry(laid_out: Path, name: str) -> None:
    metainfo = laid_out / "share/metainfo" / f"{tree.APP_ID}.metainfo.xml"
    words = ("validate", "--pedantic", "--no-net")
    output(needs("appstreamcli"), *words, str(metainfo))
    assert f">{name}.desktop</launchable>" in metainfo.read_text("utf-8")


def test_an_appimage_starts_the_bundle_from_anywhere(
    bundle: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "My AppDir"
    packs.lay_out_appdir(folder, bundle)
    tops = {path.name for path in folder.iterdir()}
    assert tops == {
        "AppRun",
        "usr",
        "psoas-break.desktop",
        "psoas-break.svg",
        ".DirIcon",
    }
    assert output(str(folder / "AppRun"), "show") == "the bundle, show\n"


def test_an_appimage_is_its_runtime_and_its_files(bundle: Path, tmp_path: Path) -> None:
    needs("mksquashfs")
    packs.lay_out_appdir(tmp_path / "AppDir", bundle)
    runtime = tmp_path / "runtime"
    runtime.write_bytes(b"\x7fELF, more or less")
    made = packs.join_appimage(tmp_path / "AppDir", runtime, tmp_path / "p.AppImage")
    at = str(runtime.stat().st_size)
    unsquashed = needs("unsquashfs")
    output(unsquashed, "-offset", at, "-dest", str(tmp_path / "out"), str(made))
    assert output(str(tmp_path / "out" / "AppRun")) == "the bundle, \n"
    assert made.stat().st_mode & 0o111 == 0o111


def test_another_runtime_than_the_pinned_one_is_refused(tmp_path: Path) -> None:
    runtime = tmp_path / "runtime-x86_64"
    runtime.write_bytes(b"from who knows where")
    with pytest.raises(WorkbenchError, match="is not the file"):
        packs.appimage("1.0", runtime)
    assert hashlib.sha256(b"").hexdigest() not in packs.RUNTIME_SUM.read_text("utf-8")


def manifest() -> dict[str, object]:
    shown = output(needs("flatpak-builder"), "--show-manifest", str(MANIFEST))
    return dict(json.loads(shown))


def test_flatpak_builder_reads_the_manifest() -> None:
    read = manifest()
    assert (read["id"], read["command"]) == (tree.APP_ID, "psoas-break")


def test_the_sandbox_has_no_broad_permission() -> None:
    given = manifest()["finish-args"]
    assert isinstance(given, list)
    broad = re.compile(r"--filesystem|--share=network|=session-bus|=system-bus|=all")
    assert [one for one in given if broad.search(one)] == []
    wild = [one for one in given if one.endswith("*")]
    assert wild == ["--talk-name=org.mpris.MediaPlayer2.*"]


def test_every_permission_stands_under_its_reason() -> None:
    lines = MANIFEST.read_text("utf-8").splitlines()
    given = [number for number, line in enumerate(lines) if "  - --" in line]
    assert given
    unexplained = {
        lines[number]
        for number in given
        if not re.match(r"  (#|- --)", lines[number - 1])
    }
    assert unexplained == set()


def test_the_installer_takes_what_is_there() -> None:
    script = (PACKAGING / "windows" / "psoas-break.iss").read_text("utf-8")
    for named in re.findall(r"\{#Root\}\\([^\s\";*]+)", script):
        path = ROOT / named.replace("\\", "/").rstrip("/")
        assert (
            path.exists()
            or path.parts[-3:-1] == ("build", "bundle")
            or (path.name == "dist")
        ), named


def test_the_installer_leaves_the_users_own_files_alone() -> None:
    script = (PACKAGING / "windows" / "psoas-break.iss").read_text("utf-8")
    deleted = re.findall(r"^Type: .*Name: \"(.*)\"", script, re.MULTILINE)
    assert deleted == [r"{app}\_internal"]


@pytest.mark.parametrize(
    ("version", "numbers"), [("1.2.3", "1.2.3.0"), ("1.10.0rc2", "1.10.0.0")]
)
def test_windows_hears_every_version_in_numbers(version: str, numbers: str) -> None:
    assert windows_version.numbers(version) == numbers


def test_windows_is_told_what_the_program_is() -> None:
    text = windows_version.resource("1.2.0rc1", "psoas-break-tray")
    said = [
        tuple(ast.literal_eval(word) for word in call.args)
        for call in ast.walk(ast.parse(text))
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "StringStruct"
    ]
    assert ("FileDescription", "Psoas Break") in said
    assert ("OriginalFilename", "psoas-break-tray.exe") in said
    assert "filevers=(1, 2, 0, 0)" in text


def test_the_installer_ends_the_running_app_before_it_looks_for_files_in_use() -> None:
    script = (PACKAGING / "windows" / "psoas-break.iss").read_text("utf-8")
    _, _, code = script.partition("function PrepareToInstall")
    assert "'quit'" in code.partition("end;")[0]


def test_the_readme_says_for_which_macos_the_app_is() -> None:
    spec = (PACKAGING / "bundle" / "psoas-break.spec").read_text("utf-8")
    (least,) = re.findall(r'"LSMinimumSystemVersion": "([\d.]+)"', spec)
    assert f"| macOS {least} and later |" in (ROOT / "README.md").read_text("utf-8")


def test_the_app_of_macos_has_a_property_list_that_can_be_written() -> None:
    spec = (PACKAGING / "bundle" / "psoas-break.spec").read_text("utf-8")
    (named,) = [
        word.value
        for word in ast.walk(ast.parse(spec))
        if isinstance(word, ast.keyword) and word.arg == "info_plist"
    ]
    listed = ast.literal_eval(named)
    assert plistlib.loads(plistlib.dumps(listed))["LSUIElement"] is True


def test_the_version_we_have_is_that_of_the_metainfo() -> None:
    problems = check_release.check(f"v{version_of_checkout()}").problems
    assert [one for one in problems if "metainfo" in one] == []
