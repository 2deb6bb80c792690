"""One twin for each kind of printer."""
