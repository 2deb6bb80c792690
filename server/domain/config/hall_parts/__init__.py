"""A hall's set-up, part by part; `config.py` puts them together."""
