"""Real bytes, real sockets, real paper (as far as a picture is)."""
