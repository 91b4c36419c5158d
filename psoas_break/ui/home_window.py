"""The home window: where we are at a glance, and everything one can do about it."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from psoas_break.app.commands import (
    AskAnyway,
    Command,
    JustMoved,
    Meeting,
    Resume,
    Standing,
    Start,
    Undo,
    WasSitting,
)
from psoas_break.domain.proposals import Proposal
from psoas_break.domain.situation import Situation, Suggested
from psoas_break.ui.buttons import Button, Kind
from psoas_break.ui.closing import close_on_keys
from psoas_break.ui.glyphs import Glyph
from psoas_break.ui.home_menu import HomeMenu
from psoas_break.ui.label import Label, Tone
from psoas_break.ui.menu_parts import add_pauses
from psoas_break.ui.proposal_strip import ProposalStrip
from psoas_break.ui.ring import Ring
from psoas_break.ui.start_hint import StartHint
from psoas_break.ui.strip import Strip
from psoas_break.ui.tab_order import come_before
from psoas_break.ui.theme import MARGIN, Text, Theme
from psoas_break.ui.themed import apply_theme
from psoas_break.words import gettext as _
from psoas_break.words import ngettext, pgettext

WIDTH = 380
HEIGHT = 300
RING = 120
REFRESH_MS = 60_000
"""Minutes age; while the window can be seen it looks again this often."""


class HomeWindow(QWidget):
    """Ring, state and buttons; strips appear only when there is something.

    They take the air around the ring, so a button stays where the pointer is.

    Args:
        theme: Colours and fonts.
        situation: Where we are now; asked once a minute while the window shows.
        proposal: What to offer to change now, if anything; asked with it.
        suggested: What "Start stretch" would start; asked with it, too.
        routines: Names of the user's own routines, by their ids.
        has_tray: Whether there is a tray; without one the last line says how to
            get it.
        desktop: The desktop's own name for itself (XDG_CURRENT_DESKTOP), for that.

    Signals:
        asked: A `Command` the user gave.
    """

    asked = Signal(object)

    def __init__(
        self,
        *,
        theme: Theme,
        situation: Callable[[], Situation],
        proposal: Callable[[], Proposal | None] = lambda: None,
        suggested: Callable[[], Suggested] | None = None,
        routines: Callable[[], Mapping[str, str]] = dict,
        has_tray: bool = True,
        desktop: str = "",
    ) -> None:
        super().__init__()
        self._theme = theme
        self._situation = situation
        self._propose = proposal
        self._suggested = suggested
        self._routines = routines
        self._desktop = desktop
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, on=False)
        self.setWindowTitle(_("Psoas Break"))
        self._rows = QVBoxLayout(self)
        self._rows.setSpacing(0)
        self._rows.addStretch(1)
        self._rows.addLayout(self._state_row())
        self._rows.addStretch(1)
        self._strips = QVBoxLayout()
        self._strips.setSpacing(6)
        self._strips.setContentsMargins(0, 4, 0, 0)
        self._rows.addLayout(self._strips)
        self._hint = StartHint(theme=theme)
        self._rows.addWidget(self._hint)
        self._rows.addLayout(self._breaks_row())
        self._rows.addLayout(self._quiet_row())
        self._last_lines = QVBoxLayout()
        self._last_lines.setSpacing(6)
        self._rows.addLayout(self._last_lines)
        self._build_strips()
        self._minute = QTimer(self, interval=REFRESH_MS)
        self._minute.timeout.connect(self.refresh)
        close_on_keys(self)
        self.set_theme(theme)
        self.set_has_tray(has_tray)
        self.refresh()

    def refresh(self) -> None:
        """Ask where we are and show it."""
        self.show_situation(self._situation())

    def show_situation(self, situation: Situation) -> None:
        """Show where we are."""
        minutes = situation.sitting // timedelta(minutes=1)
        self._ring.show_left(situation.remaining, str(minutes), _("min sitting"))
        told = ngettext("{count} minute sitting", "{count} minutes sitting", minutes)
        self._ring.setAccessibleName(told.format(count=minutes))
        line, _dot, rest = situation.line.partition(" · ")
        reason = "" if situation.reason in situation.line else situation.reason
        rest = rest[:1].upper() + rest[1:]
        below = "\n".join(words for words in (rest, reason) if words)
        self._line.setText(line)
        self._reason.setText(below)
        self._reason.setVisible(bool(below))
        self._more.show_situation(situation)
        regret = _("Changed your mind?") if situation.undo else ""
        self._undo.say(regret, action=situation.undo)
        self._waited.say(situation.waited_all_day)
        asks_back = _("Was that not a break?") if situation.can_say_was_sitting else ""
        self._was_sitting.say(asks_back)
        self._paused.say(
            pgettext("the whole app", "Paused") if situation.paused else ""
        )
        self._standing.say(_("You are standing") if situation.standing else "")
        self._meeting.say(_("You are in a meeting") if situation.in_meeting else "")
        self._proposal.show_proposal(self._propose())
        come_before(self._proposal, self._start)
        self._notices.say("\n".join(situation.notices))
        self._show_hint()
        self._fit()

    def set_has_tray(self, has_tray: bool) -> None:  # noqa: FBT001 takes a signal
        """Say how to get a tray, or no longer."""
        self._no_tray.say("" if has_tray else _tray_hint(self._desktop))
        self._fit()

    def set_theme(self, theme: Theme) -> None:
        """Use these colours and fonts from now on."""
        self._theme = theme
        apply_theme(self, theme)
        side = theme.px(MARGIN)
        self._rows.setContentsMargins(side, side, side, theme.px(10))
        self._fit()
        self.update()

    def showEvent(self, event: QShowEvent) -> None:
        """Look once a minute while we can be seen."""
        super().showEvent(event)
        self._minute.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks, so neither do we."""
        super().hideEvent(event)
        self._minute.stop()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        with QPainter(self) as p:
            p.fillRect(self.rect(), self._theme.bg)

    def _state_row(self) -> QHBoxLayout:
        theme = self._theme
        self._ring = Ring(theme=theme, diameter=RING, stroke=8)
        self._line = Label("", theme=theme, style=Text.CUE, wrap=True)
        self._reason = Label(
            "", theme=theme, style=Text.SECONDARY, tone=Tone.MUTED, wrap=True
        )
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addStretch(1)
        words.addWidget(self._line)
        words.addWidget(self._reason)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._ring, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return row

    def _breaks_row(self) -> QHBoxLayout:
        start = Button(
            _("Start stretch"),
            theme=self._theme,
            kind=Kind.PRIMARY,
            glyph=Glyph.PLAY,
            hit=50,
        )
        self._ask_on(start, Start("stretch"))
        self._start = start
        breathe = Button(_("Breathe"), theme=self._theme, kind=Kind.TONAL, hit=50)
        self._ask_on(breathe, Start("breathe"))
        row = QHBoxLayout()
        row.setSpacing(4)
        row.setContentsMargins(0, 12, 0, 0)
        row.addWidget(start, 2)
        row.addWidget(breathe, 1)
        return row

    def _quiet_row(self) -> QHBoxLayout:
        theme = self._theme
        moved = Button(_("I just moved"), theme=theme, kind=Kind.QUIET)
        self._ask_on(moved, JustMoved())
        pause = Button(pgettext("the whole app", "Pause"), theme=theme, kind=Kind.QUIET)
        pauses = QMenu(pause)
        add_pauses(pauses, self.asked.emit)
        pause.setMenu(pauses)
        more = Button("", theme=theme, kind=Kind.QUIET, glyph=Glyph.MORE)
        more.setAccessibleName(_("More"))
        self._more = HomeMenu(parent=more)
        self._more.asked.connect(self.asked)
        more.setMenu(self._more)
        self._more.aboutToShow.connect(
            lambda: self._more.show_routines(self._routines())
        )
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(moved)
        row.addStretch(1)
        row.addWidget(pause)
        row.addStretch(1)
        row.addWidget(more)
        return row

    def _build_strips(self) -> None:
        self._undo = self._strip(_("Undo"), Undo())
        self._proposal = ProposalStrip(theme=self._theme)
        self._proposal.asked.connect(self.asked)
        self._strips.addWidget(self._proposal)
        self._waited = self._strip(_("Ask me anyway"), AskAnyway())
        self._was_sitting = self._strip(_("I was sitting"), WasSitting())
        self._paused = self._strip(_("Resume"), Resume())
        self._standing = self._strip(_("I am sitting"), Standing(on=False))
        self._meeting = self._strip(_("End meeting"), Meeting(None))
        self._notices = Strip(theme=self._theme)
        self._no_tray = Strip(theme=self._theme)
        self._last_lines.addWidget(self._notices)
        self._last_lines.addWidget(self._no_tray)

    def _show_hint(self) -> None:
        """Say what Start starts, where no strip takes the room."""
        self._hint.setVisible(self._suggested is not None and self._strips.isEmpty())
        if self._suggested is not None:
            said = self._hint.say(self._suggested())
            self._start.setAccessibleDescription(said)

    def _strip(self, action: str, command: Command) -> Strip:
        strip = Strip(theme=self._theme, action=action)
        if strip.button is not None:
            self._ask_on(strip.button, command)
        self._strips.addWidget(strip)
        return strip

    def _ask_on(self, button: Button, command: Command) -> None:
        button.clicked.connect(lambda: self.asked.emit(command))

    def _fit(self) -> None:
        """Take the design's width, and the height the words need."""
        width = self._theme.px(WIDTH)
        self._rows.activate()
        needed = self._rows.totalHeightForWidth(width)
        self.setFixedSize(width, max(self._theme.px(HEIGHT), needed))


def _tray_hint(desktop: str) -> str:
    if "gnome" in desktop.lower():
        return _(
            "GNOME shows no tray icons by itself. The extension “AppIndicator and "
            "KStatusNotifierItem Support” brings them back."
        )
    return _(
        "This desktop shows no tray. Add a “system tray” or “status notifier” to its "
        "panel, and the icon appears there by itself."
    )
