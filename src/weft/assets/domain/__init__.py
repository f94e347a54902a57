"""What an asset, an offer and a session are, in plain Python."""
