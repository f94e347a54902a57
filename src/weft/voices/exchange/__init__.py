"""In which forms does a project come in and go out?"""
