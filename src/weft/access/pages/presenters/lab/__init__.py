"""How is it said what one change would bring?"""
