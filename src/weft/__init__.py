"""Weft: creative, cultural and community life as a real part of people's health."""

__version__ = "0.1.0"
