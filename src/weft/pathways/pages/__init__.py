"""What does a group see of cards?"""
