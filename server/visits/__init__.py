"""Visits as rows: folded from the journal by an observer, read by reports and by whoever asks for them.

A row is there from the moment the number is given (`ended_at` tells whether it is over) and follows whatever
belongs to it later: a rating, a finish taken back. Rows are derived: they can be thrown away and made again.
"""
