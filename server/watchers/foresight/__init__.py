"""What is reckoned beside the hall: the run forward, what was learned, what is proposed."""
