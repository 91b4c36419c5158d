"""Everything has one place."""

from dataclasses import fields
from pathlib import Path

import pytest

from psoas_break.storage.places import Places


def every_path(places: Places) -> list[Path]:
    folders = [getattr(places, f.name) for f in fields(Places)]
    files = [
        getattr(places, name)
        for name, member in vars(Places).items()
        if isinstance(member, property)
    ]
    return [path for path in folders + files if path is not None]


def test_a_profile_is_all_in_its_folder(tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    paths = every_path(Places.inside(profile))
    assert all(path.is_relative_to(profile) for path in paths)


def test_a_profile_takes_no_defaults_from_the_site(tmp_path: Path) -> None:
    assert Places.inside(tmp_path).site_settings_file is None


def test_a_relative_profile_does_not_move_with_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert Places.inside(Path("profile")).config == tmp_path / "profile"


def test_the_users_folders_are_the_platforms(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    places = Places.of_user()
    assert (places.settings_file, places.journal_file, places.anchors) == (
        tmp_path / "config" / "psoas-break" / "settings.toml",
        tmp_path / "data" / "psoas-break" / "journal.db",
        tmp_path / "state" / "psoas-break" / "anchors",
    )


def test_an_organisations_defaults_are_in_the_site_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path))
    expected = tmp_path / "psoas-break" / "settings.toml"
    assert Places.of_user().site_settings_file == expected


def test_asking_makes_no_folder(tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    every_path(Places.inside(profile))
    assert not profile.exists()


def test_no_two_things_share_a_file(tmp_path: Path) -> None:
    places = Places.inside(tmp_path)
    files = [path for path in every_path(places) if path.suffix]
    assert len(files) == len(set(files))
