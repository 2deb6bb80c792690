"""What a clerk's console shows."""
