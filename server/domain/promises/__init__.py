"""What customers are told of their wait: promised, kept or renewed with a reason, and scored at the call."""
