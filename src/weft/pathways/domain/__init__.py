"""What does a card promise, reckoned without data base, network or clock?"""
