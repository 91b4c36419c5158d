"""Files: settings, history, exercises and the state that survives a restart."""
