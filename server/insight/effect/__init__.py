"""What the remedy does to satisfaction with waiting (R12), and how sure that is."""
