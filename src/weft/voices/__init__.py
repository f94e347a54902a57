"""Who said what, and who has not been heard?"""
