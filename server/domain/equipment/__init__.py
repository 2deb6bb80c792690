"""Slips, receipts of calls, devices and alerts: what the hall knows of its paper, screens and voice."""
