"""A hall's set-up as one value: pieces, bounds, what is unsound, what differs. It lies below the hall."""
