"""Settings: how the app looks and moves, and who the drawn person is."""

from psoas_break.domain.settings import Hair, Motion, Settings, Skin, ThemeChoice
from psoas_break.ui.figure_colours import USUAL, Looks
from psoas_break.ui.settings.key import Key
from psoas_break.ui.settings.page import Page
from psoas_break.ui.settings.parts import choice_row, found_by_options
from psoas_break.ui.settings.portraits import PortraitsField
from psoas_break.ui.settings.row import Row, Words
from psoas_break.ui.theme import Theme
from psoas_break.words import gettext as _


class LookPage(Page):
    """Theme, motion and the drawn person, who is shown in each choice as chosen."""

    def __init__(self, *, theme: Theme) -> None:
        super().__init__(_("Look and motion"), theme=theme)
        colours = choice_row(
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
        )
        motion = choice_row(
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
        )
        self._skin, skin_row = _portraits_row(
            Key("look", "skin"),
            Words(_("Skin"), "", _("figure person colour tone body")),
            [
                (Skin.LIGHT, _("Light")),
                (Skin.MEDIUM_LIGHT, _("Medium light")),
                (Skin.MEDIUM, _("Medium")),
                (Skin.MEDIUM_DARK, _("Medium dark")),
                (Skin.DARK, _("Dark")),
            ],
            theme=theme,
        )
        self._hair, hair_row = _portraits_row(
            Key("look", "hair"),
            Words(_("Hair"), "", _("figure person head")),
            [(Hair.SHORT, _("Short")), (Hair.BUN, _("Tied back"))],
            theme=theme,
        )
        self.add_group(_("Look"), [colours])
        self.add_group(_("The drawn person"), [skin_row, hair_row])
        self.add_group(_("Motion"), [motion])
        self.add_text(_("Text follows the font size of your desktop."))

    def follow(self, settings: Settings) -> None:
        """Show every skin with the chosen hair, and both hairs with the chosen skin."""
        skin, hair = settings.look.skin, settings.look.hair
        self._skin.set_looks(lambda one: Looks(one, hair))
        self._hair.set_looks(lambda one: Looks(skin, one))


def _portraits_row(
    key: Key, words: Words, options: list[tuple[Skin | Hair, str]], *, theme: Theme
) -> tuple[PortraitsField, Row]:
    field = PortraitsField(options=options, looks=lambda _value: USUAL, theme=theme)
    words = found_by_options(words, options)
    return field, Row(key=key, words=words, field=field, theme=theme)
