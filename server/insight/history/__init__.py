"""What another system has counted before: read from its file, judged row by row, kept in rows of its own."""
