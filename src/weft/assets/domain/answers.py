"""What is said to whoever sends a form with none of its answers?"""

NOT_AN_ANSWER = "Choose one of the answers."
