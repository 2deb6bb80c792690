"""Tickets, counters and calls."""
