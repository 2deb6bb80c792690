"""What comes and what is needed by the half-hour, for boards, guides and plans rather than a report."""
