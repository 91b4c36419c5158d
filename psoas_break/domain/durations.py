"""Lengths of time that many rules speak of."""

from datetime import timedelta

ZERO = timedelta()
A_DAY = timedelta(days=1)
A_WEEK = timedelta(days=7)
FORTNIGHT = timedelta(days=14)
A_MONTH = timedelta(days=30)
