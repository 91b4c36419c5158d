"""Settings: the hours of the week in which a prompt may come."""

from PySide6.QtCore import Signal

from psoas_break.domain.settings import Settings
from psoas_break.ui.settings.hours_editor import HoursEditor
from psoas_break.ui.settings.key import Key
from psoas_break.ui.settings.page import Page
from psoas_break.ui.settings.parts import switch_row
from psoas_break.ui.settings.row import Words
from psoas_break.ui.theme import Theme
from psoas_break.words import gettext as _

HOURS = Key("hours")


class HoursPage(Page):
    """A switch and the week below it."""

    hours_edited = Signal(object)
    """The user's new `WorkingHours`."""

    def __init__(self, *, theme: Theme) -> None:
        super().__init__(_("Working hours"), theme=theme)
        enabled = switch_row(
            Key("hours", "enabled"),
            Words(
                _("Ask only in working hours"),
                _("Off: prompts may come at any time of any day"),
                _("schedule days week office hours evening weekend night shift"),
            ),
            theme=theme,
        )
        self.editor = HoursEditor(theme=theme)
        self.editor.edited.connect(self.hours_edited)
        self.add_group(_("When prompts may come"), [enabled])
        self.add_widget(self.editor)

    def follow(self, settings: Settings) -> None:
        """Show the hours, pale where they do not count."""
        self.editor.show_value(settings.hours)
        self.editor.set_enabled(settings.hours.enabled)
