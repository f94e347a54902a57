"""Where does the valley lie, and into which areas is it divided?"""
