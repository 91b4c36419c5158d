"""A tray companion that knows how long you have been sitting.

It asks you to stand at a moment that does not hurt, and guides a short
hip-flexor stretch or slow diaphragmatic breathing.
"""

__version__ = "0.1.0"
