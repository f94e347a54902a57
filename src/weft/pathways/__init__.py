"""How does a person get from a wish to an offer and back?

No code yet.
"""
