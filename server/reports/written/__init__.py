"""A report as others keep it: as JSON, as files for a spreadsheet, locked for good."""
