"""Whether a program records from a microphone, as the sound server knows it.

PulseAudio and PipeWire (by pipewire-pulse). What records the sound that is played,
filters, and the level meters of volume controls are no calls.
"""

import logging
from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial
from itertools import batched
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from psoas_break.app.ports import Signs
from psoas_break.desktop.quiet.pulse_wire import (
    SOURCE_INFO,
    SOURCE_OUTPUTS,
    SUBSCRIBE,
    PulseWire,
)
from psoas_break.desktop.quiet.seen import NOTHING, sign
from psoas_break.desktop.quiet.tagstruct import Value, text, word
from psoas_break.domain.quiet import Reason
