"""What stands behind `dev.py`: the environment, the checks and the lock.

Standard library only; nothing here is part of the app or of its wheel.
"""
