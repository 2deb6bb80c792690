"""What is wrong with a running hall, in words."""
