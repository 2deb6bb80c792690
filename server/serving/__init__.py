"""The server process: its doors, its one hall, the lines that come in."""
