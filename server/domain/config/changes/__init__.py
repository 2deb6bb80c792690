"""What differs between two set-ups of a hall, how two people's changes become one, and how it is said."""
