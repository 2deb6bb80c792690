"""The socket of every screen, and its view by HTTP."""
