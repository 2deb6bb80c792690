"""Who comes in, as whom, and from where."""
