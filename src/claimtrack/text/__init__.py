"""Words, dates and numbers in texts: pure functions."""
