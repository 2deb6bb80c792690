"""The keypad program: a counter driven from a numeric keypad or a terminal. (The `.tsx` are pages.)"""
