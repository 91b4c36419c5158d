"""Windows that come up gradually."""

from PySide6.QtCore import QVariantAnimation
from PySide6.QtWidgets import QWidget

FADE_MS = 160


def fade_in(window: QWidget) -> None:
    """Let a window appear; call it just before `show`."""
    window.setWindowOpacity(0.0)
    fade = QVariantAnimation(window, duration=FADE_MS, startValue=0.0, endValue=1.0)
    fade.valueChanged.connect(window.setWindowOpacity)
    fade.start(QVariantAnimation.DeletionPolicy.DeleteWhenStopped)
