"""What is served to anybody: pages, files, the hall, a customer's own ticket, figures for monitoring."""
