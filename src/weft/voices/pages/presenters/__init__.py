"""How is it said what was said?"""
