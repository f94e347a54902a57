"""Who is asked, and what is shown?"""
