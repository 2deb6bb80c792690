"""What is kept beside the journal, so that a start and a report are quick."""
