"""How do the valley's streets, paths and waters run?"""
