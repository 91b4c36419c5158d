"""One function for each command of `dev.py`; each returns an exit code."""

import os
import sys
from pathlib import Path

from workbench import bundle, checks, deb, lock, packs, stages, system_packages
from workbench import trial as trials
from workbench.environment import Environment, project_environment, version_of_checkout
from workbench.errors import WorkbenchError


def run(arguments: list[str]) -> int:
    """Start the app, or the demo where there is no screen to show it on."""
    system_packages.bring(
        system_packages.missing_for_python() + system_packages.missing_for_the_app()
    )
    if not (arguments or _has_a_screen()):
        print("There is no screen here, so this is the demo on one of its own.")
        return demo(private=True)
    environment = _ready()
    command = [str(environment.python), "-m", "psoas_break", *arguments]
    if os.name == "posix":
        os.execv(command[0], command)  # noqa: S606 -- the app takes this one's place
    return environment.call(*command[1:])


def demo(*, private: bool) -> int:
    """Show a morning's work at sixty times its speed."""
    private = private or not _has_a_screen()
    needs = system_packages.missing_for_python() + system_packages.missing_for_the_app()
    if private:
        needs += system_packages.missing_for_a_private_desktop()
    system_packages.bring(needs)
    where = ["--private"] if private else []
    return _ready().call("-m", "tests.system.demo", *where)


def test(*, wheel: bool) -> int:
    """Check everything; print a line per stage, and the sum of the tests last."""
    packages()
    system_packages.bring_if_possible(system_packages.missing_for_the_senses())
    environment = _ready()
    if wheel:
        return checks.report(checks.run_stages(stages.wheel_stages(environment)))
    results = checks.run_together(stages.static_stages(environment))
    results += checks.run_stages(stages.test_stages(environment))
    return checks.report(results)


def lint() -> int:
    """Check style, types and contracts."""
    system_packages.bring(system_packages.missing_for_python())
    return checks.report(checks.run_together(stages.static_stages(_ready())))


def make_bundle(*, check: bool) -> int:
    """Make the bundle; with `check`, play the stories of the running app with it."""
    system_packages.bring(
        system_packages.missing_for_python() + system_packages.missing_for_the_app()
    )
    bundle.make()
    if not check:
        return 0
    packages()
    return play_stories(bundle.program())


def play_stories(program: Path) -> int:
    """Play the stories of the running app with an installed program or a bundle's."""
    told = {**os.environ, "PSOAS_BREAK_PROGRAM": str(program)}
    pytest = ("-m", "pytest", "-q", "-n", "2", "--dist", "loadfile", "-m", "system")
    return _ready().call(*pytest, env=told)


def make_deb(*, check: bool) -> int:
    """Make the Debian package; with `check`, live with it on a Debian of its own."""
    system_packages.bring(deb.missing())
    project = _ready()
    bundle.make()
    version = version_of_checkout()
    package = deb.make(version)
    deb.check(package)
    if not check:
        return 0
    packages()
    system_packages.bring(deb.missing_for_the_trial())
    newer = deb.make(f"{version}+trial")
    told = {
        **os.environ,
        "PSOAS_BREAK_DEB": str(package),
        "PSOAS_BREAK_NEWER_DEB": str(newer),
    }
    return project.call("-m", "pytest", "-q", "tests/package", env=told)


def shots(folder: str) -> int:
    """Picture every window in every state into a folder."""
    return _picture("tests.shots", [folder])


def sheet(arguments: list[str]) -> int:
    """Picture every pose and movement of the exercises into a folder."""
    return _picture("tests.sheet", arguments)


def _picture(module: str, arguments: list[str]) -> int:
    system_packages.bring(
        system_packages.missing_for_python() + system_packages.missing_for_the_app()
    )
    env = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    return _ready().call("-m", module, *arguments, env=env)


def bench(arguments: list[str]) -> int:
    """Measure the app and the floor in turn."""
    packages()
    return _ready().call("-m", "tests.bench", *arguments)


def stress(arguments: list[str]) -> int:
    """Kill the app at random moments, and look what became of the user's data."""
    packages()
    return _ready().call("-m", "tests.stress", *arguments)


def relock(*, upgrade: bool) -> int:
    """Write the lock afresh from pyproject.toml."""
    system_packages.bring(system_packages.missing_for_python())
    lock.write(upgrade=upgrade)
    return 0


PACKS = ("python", "appimage", "flatpak-tree", "portable", "windows-installer", "dmg")
"""What `pack` can make; all but the first need the bundle."""


def pack(kind: str, *, runtime: str | None) -> int:
    """Make what users download, of one kind."""
    version = version_of_checkout()
    match kind:
        case "python":
            packs.python(_ready())
        case "appimage":
            if runtime is None:
                msg = "An AppImage needs --runtime FILE; see packaging/appimage."
                raise WorkbenchError(msg, exit_code=2)
            packs.appimage(version, Path(runtime))
        case "flatpak-tree":
            packs.flatpak_tree()
        case "portable":
            packs.portable(version)
        case "windows-installer":
            packs.windows_installer(version)
        case _:
            packs.dmg(version)
    return 0


def trial(command: list[str]) -> int:
    """Start a package once and see that it works: the bundle, if none is named."""
    trials.try_once(command or [str(bundle.program())])
    return 0


def packages() -> int:
    """Bring the system packages that the tests need."""
    system_packages.bring(
        system_packages.missing_for_python()
        + system_packages.missing_for_the_app()
        + system_packages.missing_for_a_private_desktop()
    )
    return 0


def _ready() -> Environment:
    environment = project_environment()
    environment.make_ready()
    return environment


def _has_a_screen() -> bool:
    if sys.platform != "linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
