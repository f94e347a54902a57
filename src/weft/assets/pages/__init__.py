"""How is one thing shown: an offer, an asset, a group?"""
