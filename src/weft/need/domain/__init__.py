"""The ideas of this part, in plain Python."""
