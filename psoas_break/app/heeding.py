"""Which of the desktop's signs the user wants heeded."""

from psoas_break.app.ports import Signs
from psoas_break.domain.quiet import Reason
from psoas_break.domain.settings import QuietSigns


def heeded_by(wanted: QuietSigns) -> Signs:
    """Return the signs that count; a list of programs counts once it names one."""
    switches = {
        Reason.DO_NOT_DISTURB: wanted.do_not_disturb,
        Reason.MICROPHONE: wanted.microphone,
        Reason.CAMERA: wanted.camera,
        Reason.SCREEN_SHARE: wanted.screen_share,
        Reason.PRESENTATION: wanted.presentation,
        Reason.FULL_SCREEN: wanted.full_screen,
        Reason.LISTED_APP: bool(wanted.apps),
    }
    reasons = frozenset(reason for reason, on in switches.items() if on)
    return Signs(reasons, inhibited=wanted.inhibitors)
