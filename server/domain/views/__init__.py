"""What each screen sees of a hall: small whole values, made from the hall, the time and the estimates."""
