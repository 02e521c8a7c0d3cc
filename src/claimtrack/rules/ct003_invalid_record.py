"""A record whose fields are not what the format says."""

SEVERITY = "error"
