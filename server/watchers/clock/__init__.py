"""What the clock brings by itself: days, rungs, deadlines, and what the clock is worth."""
