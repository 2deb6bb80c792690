"""A typed function for each command: what may be typed. A hall is loaded when one runs."""
