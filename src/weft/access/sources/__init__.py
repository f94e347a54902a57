"""One module for each kind of open data about getting about."""
