"""Where the prompt appears: builds its surface when it is wanted, frees it after."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from psoas_break.domain.exercise import Exercise
from psoas_break.domain.settings import Reminders, Surface
from psoas_break.domain.situation import Offer
from psoas_break.ui.lifetime import hold_until_gone
from psoas_break.ui.look import Look

if TYPE_CHECKING:  # built, and imported, with the first prompt
    from psoas_break.app.notification import Notifier
    from psoas_break.ui.full_screen import FullScreenPrompt
    from psoas_break.ui.prompt_card import PromptCard
    from psoas_break.ui.prompt_notification import PromptNotification

    PromptSurface = PromptCard | FullScreenPrompt | PromptNotification


class PromptHost(QObject):
    """Fits the port `PromptView`.

    Args:
        app: the application, which knows its screens.
        look: theme and motion.
        reminders: where prompts shall appear, and with which snooze.
        composited: whether the screen can show a shadow.
        exercises: by id, for the picture.
        notifier: the desktop's notifications, if it has any; asked at the first use.
        windows_steal: whether every new window takes the keyboard, as under Wayland.
        stays: a prompt stays at least this long, in real time; for a fast clock.
        parent: the owner.

    Signals:
        asked: a `Command` the user gave.
        length_chosen: the `Length` the next break should have.
        dismissed: put away by the user without an answer.
        expired: put away by the desktop.
        shown: a prompt appeared; for the chime.
    """

    asked = Signal(object)
    length_chosen = Signal(object)
    dismissed = Signal()
    expired = Signal()
    shown = Signal()

    def __init__(
        self,
        *,
        app: QGuiApplication,
        look: Look,
        reminders: Callable[[], Reminders],
        composited: Callable[[], bool],
        exercises: Callable[[], Mapping[str, Exercise]],
        notifier: "Callable[[], Notifier | None]" = lambda: None,
        windows_steal: bool = False,
        stays: timedelta = timedelta(),
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._look = look
        self._reminders = reminders
        self._composited = composited
        self._exercises = exercises
        self._notifier = cache(notifier)
        self._windows_steal = windows_steal
        self._up: PromptSurface | None = None
        self._offer: Offer | None = None
        self._stays = QTimer(self, singleShot=True)
        self._stays.setInterval(stays // timedelta(milliseconds=1))
        self._stays.timeout.connect(self._let_go)
        self._over = False
        self._has_come = False
        look.changed.connect(self._restyle)

    def show(self, offer: Offer) -> None:
        """Ask; or, with the question up already, offer this instead."""
        self._over = False
        self._offer = offer
        self._stays.start()
        if self._up is None:
            self._has_come = False
            self._come_up(self._surface(), offer)
        else:
            self._say(self._up, offer)

    def open(self) -> None:
        """Show the question as a card, unless it fills the screen already."""
        from psoas_break.ui.prompt_notification import (  # noqa: PLC0415
            PromptNotification,
        )

        if self._up is None or isinstance(self._up, PromptNotification):
            self._instead_of_that(Surface.CARD)

    def collapse(self) -> None:
        """Into the tray, as soon as the question has been seen long enough."""
        if self._stays.isActive() and self._stays.interval():
            self._over = True
        else:
            self.withdraw()

    def withdraw(self) -> None:
        """Take the question away."""
        self._over = False
        up, self._up = self._up, None
        if up is not None:
            up.take_away()

    def _surface(self) -> Surface:
        """Where to ask; a card that would take the keyboard is none."""
        chosen = self._reminders().surface
        if chosen is Surface.CARD and self._windows_steal:
            return Surface.NOTIFICATION
        return chosen

    def _come_up(self, surface: Surface, offer: Offer) -> None:
        match surface:
            case Surface.CARD:
                card = self._up = self._new_card()
                self._say(card, offer)
                card.appear()
                self._appear()
            case Surface.FULL_SCREEN:
                screens = self._up = self._new_full_screen()
                self._say(screens, offer)
                screens.appear()
                self._appear()
            case Surface.NOTIFICATION:
                notifier = self._notifier()
                if notifier is None:
                    self._come_up(self._instead, offer)
                else:
                    self._up = self._new_notification(notifier)
                    self._say(self._up, offer)
            case Surface.TRAY:
                self._appear()

    def _appear(self) -> None:
        """Say so once, however many places one showing needs."""
        if not self._has_come:
            self._has_come = True
            self.shown.emit()

    @property
    def _instead(self) -> Surface:
        """Where to ask on a desktop that shows no notifications with buttons."""
        return Surface.TRAY if self._windows_steal else Surface.CARD

    def _say(self, up: "PromptSurface", offer: Offer) -> None:
        up.show_offer(offer)
        # The words first: drawing the figure for the first time takes a while.
        QTimer.singleShot(0, up, lambda: self._picture(up))

    def _new_card(self) -> "PromptCard":
        from psoas_break.ui.font_watch import FontWatch  # noqa: PLC0415
        from psoas_break.ui.prompt_card import PromptCard  # noqa: PLC0415
        from psoas_break.ui.screens import Screens  # noqa: PLC0415

        card = PromptCard(
            theme=self._look.theme,
            composited=self._composited(),
            fades=not self._look.reduced_motion,
            snooze=self._reminders().snooze,
        )
        hold_until_gone(card)
        Screens(app=self._app, parent=card).changed.connect(card.keep_corner)
        FontWatch(card).changed.connect(self._restyle)
        self._connect(card)
        return card

    def _new_full_screen(self) -> "FullScreenPrompt":
        from psoas_break.ui.full_screen import FullScreenPrompt  # noqa: PLC0415

        screens = FullScreenPrompt(
            app=self._app,
            theme=self._look.theme,
            composited=self._composited(),
            fades=not self._look.reduced_motion,
            snooze=self._reminders().snooze,
            firm=self._reminders().firm,
            parent=self,
        )
        self._connect(screens)
        return screens

    def _new_notification(self, notifier: "Notifier") -> "PromptNotification":
        from psoas_break.ui.prompt_notification import (  # noqa: PLC0415
            PromptNotification,
        )

        notification = PromptNotification(
            notifier=notifier,
            theme=self._look.theme,
            snooze=self._reminders().snooze,
            plain_will_do=self._windows_steal,
            parent=self,
        )
        self._connect(notification)
        notification.came.connect(self._appear)
        notification.expired.connect(self._expire)
        notification.opened.connect(self.open)
        notification.failed.connect(lambda: self._instead_of_that(self._instead))
        return notification

    def _connect(self, up: "PromptSurface") -> None:
        up.asked.connect(self.asked)
        up.length_chosen.connect(self.length_chosen)
        up.dismissed.connect(self._put_away)

    def _instead_of_that(self, surface: Surface) -> None:
        """Ask elsewhere: it is the same showing."""
        self.withdraw()
        if self._offer is not None:
            self._come_up(surface, self._offer)

    def _picture(self, up: "PromptSurface") -> None:
        from psoas_break.ui.preview import paint_figure, picture_of  # noqa: PLC0415

        name = "" if self._offer is None else self._offer.exercise
        exercise = self._exercises().get(name)
        up.show_picture(
            paint_figure if exercise is None else picture_of(exercise, self._look.looks)
        )

    def _put_away(self) -> None:
        self._stays.stop()
        self.dismissed.emit()

    def _expire(self) -> None:
        self._stays.stop()
        self.expired.emit()

    def _let_go(self) -> None:
        if self._over:
            self.withdraw()

    def _restyle(self) -> None:
        if self._up is not None:
            self._up.set_theme(self._look.theme)
            self._picture(self._up)
