"""Who acts, what may they do, and what was done?"""
