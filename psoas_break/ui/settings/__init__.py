"""The parts of the settings dialog: one module per page, and what pages are made of."""
