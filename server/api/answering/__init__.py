"""What every address has in common: how it is asked, what it answers, how it refuses."""
