"""How does what was said come in and go out in other people's formats?"""
