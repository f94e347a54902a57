"""What was said, what is made of it, and who may read it?"""
