"""What is asked of cards."""
