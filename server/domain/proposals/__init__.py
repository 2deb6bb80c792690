"""What would keep most people from waiting too long: taken with one tap, judged by what comes of it (Q12)."""
