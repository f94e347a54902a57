"""How does one get there and home again, along the streets and by timetable?

surroundings   a region's streets and buses, ready to be asked
from_home      all ways of one front door, for the finder
everybody      all ways of all areas, for the reckoning of real choice
telling        one journey, leg by leg, in values that a page can say
"""
