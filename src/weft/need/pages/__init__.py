"""What does a visitor see of need?"""
