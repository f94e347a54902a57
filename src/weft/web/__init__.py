"""Pages that need several parts: home, choices, places, map, open, search."""
