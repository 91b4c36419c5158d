"""The parts of the history window: its words, its table and its cards."""
