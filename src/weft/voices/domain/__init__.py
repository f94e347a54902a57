"""What is a passage, a claim, a cause; who may read what was said?"""
