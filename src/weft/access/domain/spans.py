"""How are spans of time written down here? In whole deciseconds."""

DECISECONDS = 10
"""In a second."""
MINUTE = 60 * DECISECONDS
HOUR = 60 * MINUTE
FAR = 65_535
"""Out of reach, in tables of uint16: they hold spans up to an hour and 49 minutes."""
