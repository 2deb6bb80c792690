"""The terminal: said to it, asked of it, in its language, with how far long work has come."""
