"""What customers say of the hall: the question on the evaluator and its answer."""
