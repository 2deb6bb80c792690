"""What a typed line means, and what is answered where it means nothing."""
