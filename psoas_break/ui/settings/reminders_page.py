"""Settings: when and how to be asked, and what counts as having left the desk."""

from collections.abc import Sequence

from psoas_break.domain.settings import CountLimits, Surface
from psoas_break.ui.settings.fields import count_options
from psoas_break.ui.settings.key import Key
from psoas_break.ui.settings.page import Page
from psoas_break.ui.settings.parts import choice_row, number_row, switch_row
from psoas_break.ui.settings.row import Row, Words
from psoas_break.ui.theme import Theme
from psoas_break.words import gettext as _


def reminders_page(*, surfaces: Sequence[Surface], theme: Theme) -> Page:
    """Build the page; only `surfaces` are offered for prompts."""
    page = Page(_("Reminders"), theme=theme)
    page.add_group(_("When to ask"), _when(theme))
    page.add_group(_("Not just now"), _snoozes(theme))
    page.add_group(_("Away from the desk"), _away(theme))
    page.add_group(_("How to ask"), _how(surfaces, theme))
    return page


def _when(theme: Theme) -> list[Row]:
    return [
        number_row(
            Key("reminders", "earliest"),
            Words(
                _("Not before"),
                _("Sitting time, then it waits for a quiet moment"),
                _("interval window earliest timer reminder every minutes"),
            ),
            theme=theme,
        ),
        number_row(
            Key("reminders", "latest"),
            Words(
                _("At the latest"),
                _("Then it asks, quiet moment or not"),
                _("interval window latest timer reminder every minutes exactly"),
            ),
            theme=theme,
        ),
        number_row(
            Key("reminders", "lull"),
            Words(
                _("A quiet moment is"),
                _("So long without a key or the pointer"),
                _("lull typing idle interrupt"),
            ),
            theme=theme,
        ),
    ]


def _snoozes(theme: Theme) -> list[Row]:
    limits = Key("reminders", "snooze_limit").limits()
    limits = limits if isinstance(limits, CountLimits) else CountLimits(0, 0)
    return [
        number_row(
            Key("reminders", "snooze"),
            Words(
                _("Snooze for"),
                _("The prompt comes back after that"),
                _("later postpone wait again"),
            ),
            theme=theme,
        ),
        choice_row(
            Key("reminders", "snooze_limit"),
            Words(
                _("Snoozes before a break"),
                _("None to {most}, or as many as you like").format(most=limits.high),
                _("later postpone limit"),
            ),
            count_options(limits, none=_("None allowed"), unlimited=_("Unlimited")),
            theme=theme,
        ),
    ]


def _away(theme: Theme) -> list[Row]:
    return [
        number_row(
            Key("reminders", "away_after"),
            Words(
                _("Away after"),
                _("Without a key or the pointer; until then you may be reading"),
                _("idle absence presumed"),
            ),
            theme=theme,
        ),
        number_row(
            Key("reminders", "natural_break"),
            Words(
                _("A break by itself"),
                _("Away for this long, and the sitting time starts anew"),
                _("natural break absence idle reset"),
            ),
            theme=theme,
        ),
    ]


def _how(surfaces: Sequence[Surface], theme: Theme) -> list[Row]:
    words = {
        Surface.CARD: _("Card in the corner"),
        Surface.NOTIFICATION: _("System notification"),
        Surface.FULL_SCREEN: _("Dimmed full screen"),
        Surface.TRAY: _("Tray icon only"),
    }
    return [
        choice_row(
            Key("reminders", "surface"),
            Words(
                _("Show"),
                _("Only the full screen takes the keyboard from your work"),
                _("prompt popup notification window tray dim"),
            ),
            [(one, words[one]) for one in surfaces],
            theme=theme,
        ),
        switch_row(
            Key("reminders", "firm"),
            Words(
                _("Firm full screen"),
                _("Buttons after 10 s and no Skip; Esc held for 3 s leaves"),
                _("strict force lock prompt"),
            ),
            theme=theme,
        ),
    ]
