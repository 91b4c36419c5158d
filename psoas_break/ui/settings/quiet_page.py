"""Settings: what makes a prompt wait."""

from psoas_break.ui.settings.key import Key
from psoas_break.ui.settings.page import Page
from psoas_break.ui.settings.parts import names_row, switch_row
from psoas_break.ui.settings.row import Row, Words
from psoas_break.ui.theme import Theme
from psoas_break.words import gettext as _


def quiet_page(*, theme: Theme) -> Page:
    """Build the page: a switch for each sign the desktop can give."""

    def sign(name: str, label: str, note: str, found_by: str) -> Row:
        return switch_row(Key("quiet", name), Words(label, note, found_by), theme=theme)

    page = Page(_("When to wait"), theme=theme)
    page.add_group(
        _("In a call"),
        [
            sign(
                "microphone",
                _("Microphone in use"),
                _("Any program that records sound"),
                _("call meeting talk zoom teams"),
            ),
            sign(
                "camera",
                _("Camera in use"),
                _("Any program that films"),
                _("call meeting video webcam zoom teams"),
            ),
            sign(
                "screen_share",
                _("Screen shared"),
                _("Where the desktop tells"),
                _("call meeting cast record"),
            ),
        ],
    )
    page.add_group(
        _("Not to be disturbed"),
        [
            sign(
                "do_not_disturb",
                _("Do not disturb"),
                _("What you switched on in your desktop"),
                _("focus notifications silent"),
            ),
            sign(
                "presentation",
                _("Presentation"),
                _("A presentation mode, or the same picture on two screens"),
                _("slides projector beamer mirror"),
            ),
            sign(
                "full_screen",
                _("Full screen"),
                _("Waits at most 20 min past the latest time"),
                _("game film maximised"),
            ),
        ],
    )
    page.add_group(
        _("Programs"),
        [
            names_row(
                Key("quiet", "apps"),
                Words(
                    _("Wait while one of these runs"),
                    _("Names of programs, with commas between them"),
                    _("apps list process game"),
                ),
                example=_("zoom, obs"),
                theme=theme,
            ),
        ],
    )
    page.add_group(
        _("While nothing is touched"),
        [
            sign(
                "inhibitors",
                _("Videos count as sitting"),
                _("Whatever keeps the screen on; a prompt still comes"),
                _("film idle inhibitor player away"),
            ),
        ],
    )
    page.add_text(
        _(
            "Sitting time goes on while a prompt waits. It comes when the reason"
            " has ended, at the next quiet moment."
        )
    )
    return page
