"""What would one change bring? The form, its address, its views."""
