"""The few plain ideas that several parts share."""
