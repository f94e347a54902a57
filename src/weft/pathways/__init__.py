"""How does a person get from a wish to an offer and back?

First the card that is handed over: a random code, an offer and a week.
"""
