"""A hall's figures, group by group as a manager looks for them; `figures.py` puts them together."""
