"""The parts of the window in which a break is chosen."""
