"""What can be known ahead from the hall as it stands."""
