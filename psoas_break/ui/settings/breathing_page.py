"""Settings: how breathing is paced."""

from psoas_break.domain import safety
from psoas_break.domain.patterns import PATTERNS, offered, pattern_name
from psoas_break.domain.settings import Settings
from psoas_break.ui.settings.fields import ChoiceField
from psoas_break.ui.settings.key import Key
from psoas_break.ui.settings.page import Page
from psoas_break.ui.settings.parts import choice_row, number_row, switch_row
from psoas_break.ui.settings.row import Words
from psoas_break.ui.theme import Theme
from psoas_break.words import gettext as _


class BreathingPage(Page):
    """Pattern, length and manner; patterns with holds only where they are wanted."""

    def __init__(self, *, theme: Theme) -> None:
        super().__init__(_("Breathing"), theme=theme)
        self._pattern = choice_row(
            Key("breathing", "pattern"),
            Words(
                _("Pattern"),
                "",
                _("breath rhythm in out seconds calm coherent"),
            ),
            [(one.id, pattern_name(one)) for one in PATTERNS.values()],
            theme=theme,
        )
        length = number_row(
            Key("breathing", "length"),
            Words(
                _("Breathe for"),
                _("When you start “Breathe”"),
                _("duration length breath"),
            ),
            theme=theme,
        )
        ramp = switch_row(
            Key("breathing", "ramp"),
            Words(
                _("Ease in"),
                _("Breaths begin shorter and reach their length in the first minute"),
                _("ramp warm-up start slowly"),
            ),
            theme=theme,
        )
        self._holds = switch_row(
            Key("breathing", "holds"),
            Words(_("Offer patterns with breath holds"), "", _("hold box 4-7-8")),
            theme=theme,
        )
        self.add_group(_("Pace"), [self._pattern, length, ramp])
        self.add_group(_("Breath holds"), [self._holds])
        self.add_text(safety.breathing_stop())

    def follow(self, settings: Settings) -> None:
        """Offer what the settings allow."""
        limits, holds = settings.breaks.limits, settings.breathing.holds
        spared = not any(one.holds for one in offered(limits, holds=True))
        self._holds.field.setEnabled(not spared)
        self._holds.set_note(
            _("Not offered with what you asked to spare on the page Breaks")
            if spared
            else _("Only sitting or lying, and only as long as it is comfortable")
        )
        field = self._pattern.field
        if isinstance(field, ChoiceField):
            some = offered(limits, holds=holds)
            field.set_options([(one.id, pattern_name(one)) for one in some])
