"""Which pages does somebody see who looks after the list: to sign in, and to join?"""
