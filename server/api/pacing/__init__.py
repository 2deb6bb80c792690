"""How much may come in, from whom, and how fast."""
