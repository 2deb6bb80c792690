"""What is heard, printed and lit up in the hall."""
