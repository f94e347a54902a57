"""Every question to the register; answers are frozen values, never rows."""
