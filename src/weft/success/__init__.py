"""What does good look like, told in many ways?

No code yet.
"""
