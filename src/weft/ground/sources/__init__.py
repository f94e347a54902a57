"""Where the facts come from: one module for each open data set."""
