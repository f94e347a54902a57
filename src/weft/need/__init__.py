"""Where does health inequality bear down, small area by small area?"""
