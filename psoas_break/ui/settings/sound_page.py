"""Settings: what is heard."""

from psoas_break.ui.settings.key import Key
from psoas_break.ui.settings.page import Page
from psoas_break.ui.settings.parts import number_row, switch_row
from psoas_break.ui.settings.row import Words
from psoas_break.ui.theme import Theme
from psoas_break.words import gettext as _


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
        _("Breathing with closed eyes"),
        [
            switch_row(
                Key("sounds", "breath_tones"),
                Words(
                    _("Tones to breathe by"),
                    _("Rising to breathe in, falling to breathe out, silent in a hold"),
                    _("eyes closed breath sound in out"),
                ),
                theme=theme,
            ),
            switch_row(
                Key("sounds", "voice"),
                Words(
                    _("Voice"),
                    _("Says what to do and leads the breath, where there is a voice"),
                    _("eyes closed speech speak spoken words"),
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
