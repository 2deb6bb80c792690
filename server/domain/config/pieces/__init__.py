"""The pieces a set-up is made of, each field described beside it: label, help, unit, bounds."""
