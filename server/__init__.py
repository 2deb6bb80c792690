"""hallqueue: the server of one service hall."""
