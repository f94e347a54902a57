"""Every deed of this part."""
