"""What an over-wait earns, and what customers said of it: ladder, cases, care acts, tasks, ratings."""
