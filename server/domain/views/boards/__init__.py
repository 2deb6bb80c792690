"""What hangs in the hall: lobby, windows, strips, the map."""
