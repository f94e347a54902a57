"""One test for the heart of each row of docs/requirements.md, in the whole valley."""
