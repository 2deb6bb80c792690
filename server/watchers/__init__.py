"""What follows from what happened: told after the commit, asking with commands like anybody."""
