"""Stories of installed packages; played by `dev.py deb --check`, as root."""
