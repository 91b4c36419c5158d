"""Use cases: an event comes in, the domain decides, effects go out through ports."""
