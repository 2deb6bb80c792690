"""Who is planned to work where on a day, who is absent, and when counters really opened."""
