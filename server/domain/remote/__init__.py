"""Numbers taken from elsewhere: on the way, arrived, given up; the code at the door."""
