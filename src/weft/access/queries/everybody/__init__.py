"""For whom in a region is there a real choice in a week?

offers   what is on offer, as the reckoning takes it
world    areas, offers, sessions, and all ways between them
"""
