"""What is here: people, places, groups and offers, and who holds them."""
