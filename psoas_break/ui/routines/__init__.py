"""The parts of the window in which routines of one's own are made."""
