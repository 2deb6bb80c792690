"""The one way of a command into the hall, whichever edge it comes by."""
