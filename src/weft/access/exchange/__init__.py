"""What do a standard's tables mean as our arrays?"""
