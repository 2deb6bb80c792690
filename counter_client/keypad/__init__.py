"""The keypad program: a counter without a screen."""
