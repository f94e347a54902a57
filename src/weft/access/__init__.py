"""For whom is there a real choice, at which hour?"""
