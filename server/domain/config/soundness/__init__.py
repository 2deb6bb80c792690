"""What makes a set-up unusable, every problem with its place and in words."""
