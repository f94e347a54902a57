"""What do a standard's words mean in ours, and ours in the standard's?"""
