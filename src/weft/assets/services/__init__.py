"""Everything that is done to the register: loading, and listing what may be found."""
