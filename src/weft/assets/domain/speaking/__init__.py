"""What do people's own words mean, who says so, and which of them cannot wait?

Four tables in plain text, for people to read and to object to: ``wishes.toml`` (words
and what answers them), ``crisis.toml`` (words that bring help now), ``help_lines.toml``
(whom to ring, and by whose word) and ``turns.toml`` (when life turns). All of it stands
on ``/open/words``.
"""

DRAFTED = "drafted by the Weft team, awaiting review"
"""How a row stands that nobody outside has read: what was not done is never claimed."""
