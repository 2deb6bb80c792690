"""What keeps the screens: who is here, and the newest view for each."""
