"""A record file that cannot be read as text."""

SEVERITY = "error"
