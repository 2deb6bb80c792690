"""How many customers will come, per business and half-hour, and between which bounds (Q05, Q06)."""
