"""Who lives in the valley, and what did the counts say of them?"""
