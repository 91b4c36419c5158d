"""Contact sheets of the drawn body, to be looked at: every pose, every move."""
