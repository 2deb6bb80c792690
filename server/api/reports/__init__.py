"""What managers read, by HTTP."""
