"""A record file that is no YAML."""

SEVERITY = "error"
