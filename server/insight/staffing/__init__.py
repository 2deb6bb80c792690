"""Which counters a day needs so that nine of ten wait ten minutes at most, proved on days never searched."""
