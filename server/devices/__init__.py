"""Printers and voices, and what goes to them."""
