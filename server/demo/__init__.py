"""A hall to look at: invented people, a month of invented past, and simulated customers and clerks."""
