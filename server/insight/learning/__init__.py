"""What a hall learns of itself overnight: how long, how often, who stays away, when its counters are open.

How it works:

`watching.py` makes a day's plain observations (`lived.py`) of its events; what another system counted makes
the same (`visits/foreign_days.py`). `sums.py` adds them to sums that forget by half in thirty days on which
the hall was open, so that a night costs one day however old the hall is. `knowing.py` makes of the sums what
a forward run asks for (`Habits`), each drawn to the usual where little was seen; `pattern.py` says who works
when, by the like days of the last four weeks; `pace.py` how fast today is. Nothing here knows a clock or a
database: `visits/lessons.py` keeps the rows, `watchers/foresight/learn_overnight.py` knows when.
"""
