"""The operating system: one package or module per capability, with a null in each."""
