"""What an over-wait earns: ladder, cases, care acts, tasks."""
