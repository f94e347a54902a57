"""What is asked of the pages of need, and what is shown?"""
