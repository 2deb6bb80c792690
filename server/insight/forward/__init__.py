"""The hall's own rules run forward, a hundred times over: when each who waits will be called, and how sure.

How it works:

A `Board` is what of a hall matters for who is called when: a few kilobytes that travel to another process. A
`Fate` is one future's chance, all of it drawn beforehand: how long each customer will need, who does not come
when called, who has gone by then, who comes back and when. `run` plays the board forward under each fate with
a loop that knows no chance at all. So the same fate on two boards shows what the difference between them does
and nothing else, and a number can be compared with itself a minute ago.

The loop is no second model of the queue: it asks a routing policy for its order in figures
(`server/domain/line.py`), and `tests/insight/forward/test_run.py` holds it equal, call by call, to what
`decide`, `evolve` and the policy's own `pick` do in random halls.
"""
