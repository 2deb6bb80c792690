"""Voice: a call as words, and words as sound."""
