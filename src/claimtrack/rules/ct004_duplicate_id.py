"""Two records of one kind with the same id."""

SEVERITY = "error"
