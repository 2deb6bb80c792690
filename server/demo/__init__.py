"""A hall to look at: invented people, an hour of invented past, and simulated customers and clerks."""
