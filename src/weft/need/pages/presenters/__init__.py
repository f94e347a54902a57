"""In which words and pictures do the facts of need stand on a page?"""
