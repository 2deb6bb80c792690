"""Paper: a slip as bytes, and a line of slips to each printer."""
