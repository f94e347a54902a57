"""Other people's formats, plain and publishable; nothing here knows of us."""
