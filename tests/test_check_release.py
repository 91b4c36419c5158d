"""A tag becomes a release only when everything says the same."""

import sys
from pathlib import Path

import check_release
import pytest
from check_release import check

CHANGELOG = """\
# Changelog

## [Unreleased]

## [1.2.0] - 2027-01-02

### Added

- A thing.

## [1.1.0] - 2026-12-01

- An older thing.

[1.1.0]: https://example.org/1.1.0
"""

METAINFO = """\
<component><releases>
  <release version="1.2.0" date="2027-01-02"/>
  <release version="1.1.0" date="2026-12-01"/>
</releases></component>
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout where 1.2.0 is ready."""
    for name, text in {
        "psoas_break/__init__.py": '__version__ = "1.2.0"\n',
        "CHANGELOG.md": CHANGELOG,
        "packaging/share/a.metainfo.xml": METAINFO,
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path


def test_what_is_ready_has_its_section_as_notes(checkout: Path) -> None:
    release = check("v1.2.0", checkout)
    assert (release.problems, release.notes) == ((), "### Added\n\n- A thing.")


def test_the_last_section_ends_before_the_links(checkout: Path) -> None:
    assert check("v1.1.0", checkout).notes == "- An older thing."


@pytest.mark.parametrize("tag", ["1.2.0", "v1.2", "v1.2.0-final", "main"])
def test_a_tag_that_is_no_version_is_none(tag: str, checkout: Path) -> None:
    assert check(tag, checkout).problems == (
        f"{tag} is no version; a tag is written v1.2.3",
    )


@pytest.mark.parametrize(
    ("file", "was", "becomes", "problem"),
    [
        (
            "psoas_break/__init__.py",
            "1.2.0",
            "1.3.0",
            "the tag says 1.2.0, psoas_break/__init__.py 1.3.0",
        ),
        ("CHANGELOG.md", "[1.2.0]", "[2.0.0]", "CHANGELOG.md has no section [1.2.0]"),
        (
            "CHANGELOG.md",
            "### Added\n\n- A thing.\n",
            "",
            "the section [1.2.0] of CHANGELOG.md is empty",
        ),
        (
            "CHANGELOG.md",
            "[1.2.0] - 2027-01-02",
            "[1.2.0]",
            "the section [1.2.0] of CHANGELOG.md has no date",
        ),
        (
            "packaging/share/a.metainfo.xml",
            '"1.2.0"',
            '"1.2.1"',
            "a.metainfo.xml has no release 1.2.0",
        ),
        (
            "packaging/share/a.metainfo.xml",
            "2027-01-02",
            "2027-01-03",
            "a.metainfo.xml says 2027-01-03, CHANGELOG.md 2027-01-02",
        ),
    ],
)
def test_what_is_missing_or_differs_is_named(
    file: str, was: str, becomes: str, problem: str, checkout: Path
) -> None:
    path = checkout / file
    path.write_text(path.read_text("utf-8").replace(was, becomes), "utf-8")
    assert check("v1.2.0", checkout).problems == (problem,)


def test_notes_are_written_only_for_what_may_be_released(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(check_release.check, "__defaults__", (checkout,))
    notes = checkout / "notes.md"
    codes = []
    for tag in ("v9.9.9", "v1.2.0"):
        monkeypatch.setattr(sys, "argv", ["check", tag, "--notes", str(notes)])
        codes.append((check_release.main(), notes.exists()))
    assert codes == [(1, False), (0, True)]
    assert "No release: the tag says 9.9.9" in capsys.readouterr().err
