"""Widgets. They show values and emit intentions; no widget knows a rule."""
