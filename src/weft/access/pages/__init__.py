"""Pages about for whom there is a real choice."""
