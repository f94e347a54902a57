"""For whom is there a real choice, at which hour?

No code yet: «Real choice» builds it on the streets and timetables that the demo writes.
"""
