"""How does one get there and home again, along the streets and by timetable?

surroundings   a region's streets and buses, ready to be asked
never_waiting  how soon from stop to stop, if a bus were always just leaving
reaching       how far off a place can be
from_home      all ways of one front door, for the finder
everybody      all ways of all areas, for the reckoning of real choice
telling        one journey, leg by leg, in values that a page can say
"""
