"""Who is asking, and what they may: log-ins, paired devices, roles."""
