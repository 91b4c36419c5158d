"""Settings: how breathing is paced, and in which posture."""

from PySide6.QtCore import Signal

from psoas_break.domain import safety
from psoas_break.domain.own_pattern import OwnPattern
from psoas_break.domain.patterns import (
    CALM,
    chosen,
    every,
    offered,
    pattern_name,
    pattern_use,
    rules_out_holds,
)
from psoas_break.domain.settings import Breathing, Posture, Settings
from psoas_break.ui.settings.fields import ChoiceField
from psoas_break.ui.settings.key import Key
from psoas_break.ui.settings.own_patterns import OwnPatternsField
from psoas_break.ui.settings.page import Page
from psoas_break.ui.settings.parts import choice_row, number_row, switch_row
from psoas_break.ui.settings.row import Row, Words
from psoas_break.ui.theme import Theme
from psoas_break.words import gettext as _

PATTERN, OWN = Key("breathing", "pattern"), Key("breathing", "own")


class BreathingPage(Page):
    """Pattern, length and manner; patterns with holds only where they are wanted."""

    proposed = Signal(object)
    """Several settings at once: a dict of `Key` and value."""

    def __init__(self, *, theme: Theme) -> None:
        super().__init__(_("Breathing"), theme=theme)
        self._breathing = Breathing()
        self._pattern = choice_row(
            PATTERN,
            Words(
                _("Pattern"),
                "",
                _("breath rhythm in out seconds calm coherent"),
            ),
            [(one.id, pattern_name(one)) for one in every(Settings())],
            theme=theme,
        )
        self._holds = switch_row(
            Key("breathing", "holds"),
            Words(_("Offer patterns with breath holds"), "", _("hold box 4-7-8")),
            theme=theme,
        )
        self._own = OwnPatternsField(theme=theme)
        self._own.removed.connect(self._remove)
        own = Row(
            key=OWN,
            words=Words(
                _("Own patterns"),
                _("In, hold, out and rest as you like it, 4 to 10 breaths a minute"),
                _("make custom breaths a minute rate seconds"),
            ),
            field=self._own,
            theme=theme,
            stacked=True,
        )
        self.add_group(_("Pace"), [self._pattern, *_manner(theme)])
        self.add_group(_("Made by you"), [own])
        self.add_group(_("Breath holds"), [self._holds])
        self.add_text(safety.breathing_stop())

    def follow(self, settings: Settings) -> None:
        """Offer what the settings allow."""
        self._breathing = settings.breathing
        spared = rules_out_holds(settings.breaks.limits)
        self._holds.field.setEnabled(not spared)
        self._holds.set_note(
            _("Not offered with what you asked to spare on the page Breaks")
            if spared
            else _("Only sitting or lying, and only as long as it is comfortable")
        )
        self._own.set_holds_offered(settings.breathing.holds and not spared)
        self._pattern.set_note(pattern_use(chosen(settings)))
        field = self._pattern.field
        if isinstance(field, ChoiceField):
            options = [(one.id, pattern_name(one)) for one in offered(settings)]
            field.set_options(options)

    def _remove(self, pattern: OwnPattern) -> None:
        """Let a pattern go; if it was the usual one, the calm one is again."""
        others = tuple(one for one in self._breathing.own if one != pattern)
        usual = self._breathing.pattern
        self.proposed.emit(
            {OWN: others, PATTERN: CALM.id if usual == pattern.id else usual}
        )


def _manner(theme: Theme) -> list[Row]:
    return [
        choice_row(
            Key("breathing", "posture"),
            Words(
                _("Breathe while"),
                _("Standing up counts as a break from sitting, and so does lying"),
                _("posture seated sitting chair stand lie floor mat"),
            ),
            [
                (Posture.STANDING, _("Standing")),
                (Posture.SEATED, _("Seated")),
                (Posture.LYING, _("Lying")),
            ],
            theme=theme,
        ),
        number_row(
            Key("breathing", "length"),
            Words(
                _("Breathe for"),
                _("When you start “Breathe”"),
                _("duration length breath"),
            ),
            theme=theme,
        ),
        switch_row(
            Key("breathing", "ramp"),
            Words(
                _("Ease in"),
                _("Breaths begin shorter and reach their length in the first minute"),
                _("ramp warm-up start slowly"),
            ),
            theme=theme,
        ),
    ]
