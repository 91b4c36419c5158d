"""The prompt as a notification of the desktop, with the answers as its buttons."""

import logging
from datetime import timedelta
from typing import assert_never

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter

from psoas_break.app.commands import Command, JustMoved, Skip, Snooze, Start
from psoas_break.app.notification import (
    OPEN,
    Came,
    Chosen,
    Failed,
    Notification,
    Notifier,
    Pixels,
    PutAway,
    Told,
)
from psoas_break.domain.situation import Offer
from psoas_break.ui.length_button import about
from psoas_break.ui.menu_parts import in_text
from psoas_break.ui.offer_words import sat_text, snoozed_text
from psoas_break.ui.preview import HEIGHT, WIDTH, Picture, paint_stage
from psoas_break.ui.theme import Theme
from psoas_break.words import gettext as _

_log = logging.getLogger(__name__)

_SHARP = 2
"""Pixels of the picture for one of the card's."""

_MOVED, _START, _BREATHE, _SNOOZE, _SKIP = "moved", "start", "breathe", "snooze", "skip"


class PromptNotification(QObject):
    """Says what the card says, in the desktop's own way.

    Args:
        notifier: the desktop's notifications.
        theme: colours of the picture.
        snooze: the usual snooze, on its button.
        plain_will_do: whether it is of use where no buttons show.
        parent: the owner.

    Signals:
        asked: a `Command` the user gave.
        length_chosen: never; there is no place to choose one.
        dismissed: the user put it away without an answer.
        expired: the desktop did.
        opened: the user wants to see more of it.
        came: it is on screen.
        failed: it cannot be; the card should come instead.
    """

    asked = Signal(object)
    length_chosen = Signal(object)
    dismissed = Signal()
    expired = Signal()
    opened = Signal()
    came = Signal()
    failed = Signal()

    def __init__(
        self,
        *,
        notifier: Notifier,
        theme: Theme,
        snooze: timedelta,
        plain_will_do: bool,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._notifier = notifier
        self._theme = theme
        self._snooze = snooze
        self._plain_will_do = plain_will_do
        self._offer: Offer | None = None
        self._has_come = False

    def show_offer(self, offer: Offer) -> None:
        """Take note of what is offered; it is shown with its picture."""
        self._offer = offer

    def show_picture(self, picture: Picture) -> None:
        """Show the notification, with this figure beside the words."""
        if self._offer is None:
            return
        notification = notification_of(
            self._offer,
            snooze=self._snooze,
            picture=pixels_of(picture, self._theme),
        )
        self._notifier.show(notification, self._hear, plain_will_do=self._plain_will_do)

    def set_theme(self, theme: Theme) -> None:
        """Paint pictures in these colours from now on."""
        self._theme = theme

    def take_away(self) -> None:
        """Close it; nothing more comes of it, nor does it come if it has not yet."""
        self._offer = None
        self._notifier.withdraw()
        self.deleteLater()

    def _hear(self, told: Told) -> None:
        match told:
            case Came():
                if not self._has_come:
                    self._has_come = True
                    self.came.emit()
            case Chosen(button) if button == OPEN:
                self.opened.emit()
            case Chosen(button):
                command = commands(self._snooze).get(button)
                if command is not None:
                    self.asked.emit(command)
            case PutAway(by_hand):
                (self.dismissed if by_hand else self.expired).emit()
            case Failed(why):
                _log.info("A notification does not do: %s", why)
                self.failed.emit()
            case _:
                assert_never(told)


def commands(snooze: timedelta) -> dict[str, Command]:
    """Return what each button stands for: the same as on the card."""
    return {
        _MOVED: JustMoved(),
        _START: Start("stretch"),
        _BREATHE: Start("breathe"),
        _SNOOZE: Snooze(snooze),
        _SKIP: Skip(),
    }


def notification_of(
    offer: Offer, *, snooze: timedelta, picture: Pixels | None = None
) -> Notification:
    """Put an offer into words; a snooze that is not allowed gets no button."""
    what = _("{name}, {length}").format(
        name=offer.detail or offer.name, length=about(offer.length)
    )
    lines = [
        _("Were you on your feet?") if offer.moved_first else "",
        sat_text(offer),
        what,
        snoozed_text(offer),
    ]
    buttons = {
        _MOVED: _("I just moved") if offer.moved_first else "",
        _START: _("Start stretch"),
        _BREATHE: _("Breathe"),
        _SNOOZE: in_text(snooze) if offer.may_snooze else "",
        _SKIP: _("Skip"),
        OPEN: _("More"),
    }
    return Notification(
        title=_("Time to stand up"),
        body="\n".join(filter(None, lines)),
        buttons={key: words for key, words in buttons.items() if words},
        picture=picture,
    )


def pixels_of(picture: Picture, theme: Theme) -> Pixels:
    """Paint a picture on its little stage."""
    size = QSize(WIDTH, HEIGHT)
    image = QImage(size * _SHARP, QImage.Format.Format_RGBA8888)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as p:
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.scale(_SHARP, _SHARP)
        box = QRectF(0, 0, size.width(), size.height())
        paint_stage(p, box, theme)
        picture(p, box, theme)
    return Pixels(image.width(), image.height(), bytes(image.constBits()))
