"""Settings: how the app looks and moves, and what is heard."""

from psoas_break.domain.settings import Motion, ThemeChoice
from psoas_break.ui.settings.key import Key
from psoas_break.ui.settings.page import Page
from psoas_break.ui.settings.parts import choice_row, number_row, switch_row
from psoas_break.ui.settings.row import Words
from psoas_break.ui.theme import Theme
from psoas_break.words import gettext as _


def look_page(*, theme: Theme) -> Page:
    """Build the page of theme and motion."""
    page = Page(_("Look and motion"), theme=theme)
    page.add_group(
        _("Look"),
        [
            choice_row(
                Key("look", "theme"),
                Words(
                    _("Colours"),
                    _("Changes at once, everywhere"),
                    _("theme dark mode light appearance"),
                ),
                [
                    (ThemeChoice.SYSTEM, _("Like the desktop")),
                    (ThemeChoice.LIGHT, _("Light")),
                    (ThemeChoice.DARK, _("Dark")),
                ],
                theme=theme,
            ),
        ],
    )
    page.add_group(
        _("Motion"),
        [
            choice_row(
                Key("look", "motion"),
                Words(
                    _("Movement on screen"),
                    _("Reduced: pictures change without gliding, the pacer counts"),
                    _("animation reduced motion accessibility"),
                ),
                [
                    (Motion.SYSTEM, _("Like the desktop")),
                    (Motion.FULL, _("Full")),
                    (Motion.REDUCED, _("Reduced")),
                ],
                theme=theme,
            ),
        ],
    )
    page.add_text(_("Text follows the font size of your desktop."))
    return page


def sound_page(*, theme: Theme) -> Page:
    """Build the page of sounds."""
    page = Page(_("Sound"), theme=theme)
    page.add_group(
        _("When a prompt comes"),
        [
            switch_row(
                Key("reminders", "chime"),
                Words(
                    _("Soft chime"),
                    _("Off: the card comes without a sound"),
                    _("sound bell prompt reminder notification"),
                ),
                theme=theme,
            ),
        ],
    )
    page.add_group(
        _("During a break"),
        [
            switch_row(
                Key("sounds", "session"),
                Words(
                    _("Sounds in a break"),
                    _("When a hold ends, the side changes, or the break is over"),
                    _("mute cue tick"),
                ),
                theme=theme,
            ),
        ],
    )
    page.add_group(
        _("How loud"),
        [
            number_row(
                Key("sounds", "volume"),
                Words(_("Volume"), "", _("loud quiet level")),
                unit="%",
                theme=theme,
            ),
        ],
    )
    return page
