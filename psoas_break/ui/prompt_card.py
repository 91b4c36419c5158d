"""The prompt: a small card in a corner that asks, and never takes the keyboard."""

from datetime import timedelta

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QCloseEvent,
    QCursor,
    QPainter,
    QPaintEvent,
    QScreen,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from psoas_break.domain.situation import Offer
from psoas_break.ui.fading import fade_in
from psoas_break.ui.floating import SHADOW, paint_flat, paint_floating, rounded_region
from psoas_break.ui.placement import bottom_right, room_on, screen_with_pointer
from psoas_break.ui.preview import Picture
from psoas_break.ui.prompt_body import PromptBody
from psoas_break.ui.theme import Theme
from psoas_break.ui.themed import apply_theme
from psoas_break.words import gettext as _

WIDTH = 380
HEIGHT = 216

DEAF_MS = 400
"""A click this soon after the card came up under the pointer was not meant for it."""


class PromptCard(QWidget):
    """A window with an offer on it. It knows no time and no rule.

    Args:
        theme: Colours and fonts.
        composited: Whether the screen can show a shadow and clear corners.
        fades: Whether the card may appear gradually.
        snooze: The usual snooze, on its button.

    Signals:
        asked: A `Command` the user gave.
        length_chosen: The `Length` breaks should have.
        dismissed: The user put the card away without an answer.
    """

    asked = Signal(object)
    length_chosen = Signal(object)
    dismissed = Signal()

    def __init__(
        self,
        *,
        theme: Theme,
        composited: bool,
        fades: bool,
        snooze: timedelta = timedelta(minutes=5),
    ) -> None:
        super().__init__()
        self._theme = theme
        self._composited = composited
        self._fades = fades and composited
        self._shadow = SHADOW if composited else 0
        self._become_a_card()
        self._body = PromptBody(theme=theme, snooze=snooze, parent=self)
        self._body.asked.connect(self.asked)
        self._body.length_chosen.connect(self.length_chosen)
        self._body.dismissed.connect(self.dismissed)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(*[self._shadow] * 4)
        frame.addWidget(self._body)
        self._deaf = QTimer(self, singleShot=True, interval=DEAF_MS)
        self._deaf.timeout.connect(self.hear_clicks)
        self.set_theme(theme)

    def show_offer(self, offer: Offer) -> None:
        """Say what is offered."""
        self._body.show_offer(offer)
        self.setAccessibleDescription(self._body.summary())
        self._fit()

    def show_picture(self, picture: Picture) -> None:
        """Put a figure on the little stage."""
        self._body.show_picture(picture)

    def appear(self) -> None:
        """Come up in the corner of the screen with the pointer, and be announced."""
        screen = screen_with_pointer()
        if screen is not None:
            self._place(screen)
        if self.geometry().contains(QCursor.pos()):
            self.hear_clicks(heard=False)
            self._deaf.start()
        if self._fades:
            fade_in(self)
        self.show()
        if QAccessible.isActive():
            words = f"{self.accessibleName()}. {self.accessibleDescription()}"
            # Polite by default: it waits until the screen reader has finished.
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def keep_corner(self) -> None:
        """Go back to the corner of the screen it is on, which has changed."""
        self._place(self.screen())

    def take_away(self) -> None:
        """Close, and free the window."""
        self.close()
        self.deleteLater()

    def hear_clicks(self, *, heard: bool = True) -> None:
        """Take clicks from now on, or let them fall on the bare card."""
        deaf = Qt.WidgetAttribute.WA_TransparentForMouseEvents
        self._body.setAttribute(deaf, not heard)

    def set_theme(self, theme: Theme) -> None:
        """Use these colours and fonts from now on."""
        self._theme = theme
        apply_theme(self, theme)
        # Once more, for its lengths follow from fonts set after it.
        self._body.set_theme(theme)
        self._fit()
        self.update()

    def closeEvent(self, event: QCloseEvent) -> None:
        """A window manager's close is the user's: put away, not answered."""
        super().closeEvent(event)
        if event.spontaneous():
            self.dismissed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card, with a shadow where the screen can show one."""
        with QPainter(self) as p:
            paint = paint_floating if self._composited else paint_flat
            paint(p, QRectF(self.rect()), self._theme)

    def _become_a_card(self) -> None:
        """Be a window that lies above others, and that no key ever reaches."""
        self.setWindowFlags(
            Qt.WindowType.Tool
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.WindowDoesNotAcceptFocus
            | Qt.WindowType.NoDropShadowWindowHint
        )
        attribute = Qt.WidgetAttribute
        self.setAttribute(attribute.WA_ShowWithoutActivating)
        # macOS hides the tool windows of an app that is not in front.
        self.setAttribute(attribute.WA_MacAlwaysShowToolWindow)
        self.setAttribute(attribute.WA_DeleteOnClose)
        self.setAttribute(attribute.WA_QuitOnClose, on=False)
        self.setAttribute(attribute.WA_TranslucentBackground, on=self._composited)
        self.setWindowTitle(_("Time to stand up"))
        self.setAccessibleName(_("Time to stand up"))

    def _fit(self) -> None:
        """Take the design's width and the height the words need; keep the corner."""
        corner = self.geometry().bottomRight()
        width = self._theme.px(WIDTH)
        height = max(self._theme.px(HEIGHT), self._body.height_for(width))
        margin = 2 * self._shadow
        self.setFixedSize(width + margin, height + margin)
        if not self._composited:
            self.setMask(rounded_region(self.width(), self.height()))
        if self.isVisible():
            place = self.geometry()
            place.moveBottomRight(corner)
            self.move(place.topLeft())

    def _place(self, screen: QScreen) -> None:
        room = room_on(screen)
        self.move(bottom_right(room, self.size(), shadow=self._shadow))
