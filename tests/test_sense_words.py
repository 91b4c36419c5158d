"""Why a sense was or was not chosen is told in the user's language."""

import ast
import os
import sys
from collections.abc import Iterator
from gettext import NullTranslations
from pathlib import Path

import pytest

from psoas_break import words
from psoas_break.desktop.buses import Buses
from psoas_break.diagnosis import Diagnosis
from psoas_break.domain.settings import Settings
from psoas_break.reaching import NOTIFICATIONS, ways
from psoas_break.sensing import Sensing
from psoas_break.timekeeping import timekeeping

PACKAGE = Path(words.__file__).parent
SOURCES = (*PACKAGE.glob("*.py"), *PACKAGE.glob("desktop/**/*.py"))
MAKERS = {"Choice", "Sense", "Gap", "_missing"}
"""Of what is told; what they are given first is a name, or the mechanism."""
TOLD = {"why", "remedy", "idle_why"}
TRANSLATES = {"_", "ngettext", "pgettext"}


def bare(tree: ast.AST) -> Iterator[ast.AST]:
    """Yield every text of more than one word that does not go through gettext."""
    match tree:
        case ast.Call(func=ast.Name(id=name)) if name in TRANSLATES:
            pass
        case ast.Constant(value=str() as text) if " " in text:
            yield tree
        case ast.JoinedStr():
            yield tree
        case _:
            for below in ast.iter_child_nodes(tree):
                yield from bare(below)


def told(tree: ast.AST) -> Iterator[ast.AST]:
    """Yield what is told: what its makers are given, and what is called so."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name)) if name in MAKERS:
                yield from node.args[1:]
            case ast.Assign(targets=[ast.Name(id=name)]) if name in TOLD:
                yield node.value
            case ast.keyword(arg=str() as name) if name in TOLD:
                yield node.value
            case _:
                pass


def untranslated(source: str) -> set[str]:
    return {
        ast.unparse(text) for part in told(ast.parse(source)) for text in bare(part)
    }


@pytest.mark.parametrize(
    "line",
    [
        'Choice(it, "seen in /proc")',
        'Choice(it, f"asked at {socket}")',
        'why = "nobody knows"',
        'Sense("the tray", why, "not now", _("it is not there"))',
        'Choice(it, _("nobody knows"), remedy="Ask somebody.")',
    ],
)
def test_an_english_reason_would_be_seen(line: str) -> None:
    assert len(untranslated(line)) == 1


def test_no_reason_on_any_system_is_in_english_alone() -> None:
    found = {file.name: untranslated(file.read_text("utf-8")) for file in SOURCES}

    assert {name: texts for name, texts in found.items() if texts} == {}


class Marked(NullTranslations):
    """Another language: every message stands between two marks."""

    def gettext(self, message: str) -> str:
        return f"«{message}»"


@pytest.fixture
def another_language() -> Iterator[None]:
    before = words._Speaker.translations
    words._Speaker.translations = Marked()
    yield
    words._Speaker.translations = before


NO_BUS: dict[str, str] = {}
DEAD_BUSES = {
    "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere",
    "DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/nowhere",
}
X11 = {"XDG_CURRENT_DESKTOP": "GNOME", "DISPLAY": ":nowhere"}
WAYLAND = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": "/nowhere"}
NO_SCREEN: dict[str, str] = {}


@pytest.mark.skipif(sys.platform != "linux", reason="Linux has the most")
@pytest.mark.usefixtures("another_language", "qapp")
@pytest.mark.parametrize("buses", [NO_BUS, DEAD_BUSES], ids=["no bus", "dead buses"])
@pytest.mark.parametrize(
    "screen", [X11, WAYLAND, NO_SCREEN], ids=["X11", "Wayland", "none"]
)
def test_a_diagnosis_has_a_translation_for_all_it_tells(
    screen: dict[str, str], buses: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    environ = {"PATH": os.environ["PATH"], "HOME": os.environ["HOME"]}
    monkeypatch.setattr(os, "environ", environ | screen | buses)
    both = Buses(environ=os.environ)
    sensing = Sensing(environ=os.environ, buses=both, apps=lambda: ())
    silent = dict.fromkeys(one.mechanism.name for one in sensing.quiet)
    absent = dict.fromkeys(one.mechanism.name for one in sensing.presence)
    said = {NOTIFICATIONS: None}

    found = Diagnosis(
        window_system="xcb",
        tray=False,
        senses=sensing.found(timekeeping(None, None, both), silent, absent),
        ways=ways(both, Settings(), tray=False, said=said),
        places={},
    )
    both.close()

    senses = found.senses
    every = (senses.idle, *senses.other_idle, *senses.presence, *senses.quiet)
    texts = [
        text for one in (*every, *found.ways) for text in (one.why, one.now, one.remedy)
    ]
    texts += [gap.remedy for gap in found.gaps()]
    assert [text for text in texts if " " in text and "«" not in text] == []
