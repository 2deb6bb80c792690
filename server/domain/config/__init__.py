"""A hall's set-up as one value (`config.py`): its `pieces/`, its figures, what `changes/`, whether it is sound. It lies below the hall."""
