"""Which pages need several parts: finder, choices, places, map, open?"""
