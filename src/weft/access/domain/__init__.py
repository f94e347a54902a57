"""How one gets there, and what stands between a person and a thing to do."""
