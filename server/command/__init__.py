"""The command line: what an owner types."""
