"""Comparing pictures."""

from PySide6.QtGui import QImage


def difference(one: QImage, other: QImage) -> float:
    """Mean difference of two pictures of one size, 0 to 255."""
    # Kept in names: the bytes belong to these copies.
    first = one.convertToFormat(QImage.Format.Format_RGBA8888)
    second = other.convertToFormat(QImage.Format.Format_RGBA8888)
    pairs = zip(first.constBits(), second.constBits(), strict=True)
    return sum(abs(x - y) for x, y in pairs) / first.sizeInBytes()
