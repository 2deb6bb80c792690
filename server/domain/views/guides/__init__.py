"""What the guide's tablet shows, and what is asked at it."""
