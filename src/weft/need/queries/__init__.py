"""Every question about need; answers are frozen values."""
