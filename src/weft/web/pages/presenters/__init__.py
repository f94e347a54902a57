"""In which words does each page say what was found?"""
