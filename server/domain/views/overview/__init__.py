"""What the manager's board shows, and what it is made of."""
