"""What managers read. One file a report with `TITLE`, `columns()` and `rows(events, period, config)`."""
