"""What stands behind a figure: the tickets and the events it counts, as far as the reader may see them."""
