"""What can be typed after ./weft?"""
