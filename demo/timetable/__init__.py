"""Which buses run in the valley, when, and for whom do they stop?"""
