"""Tickets, counters and calls.

How it works, beyond what `lifecycle.py` says as tables:

A ticket is one visit and keeps its number and its place through everything that befalls it. What it asks
for stands in its legs, one a service; a transfer or an added service begins a new leg and changes the
queue, never the ticket. A queue is no list: who waits is read from the tickets each time it is asked, so
that nothing can stand in two lines or fall out of one.

The waiting clock runs from `clock_from`, which begins with the number and is moved past every time that was
no waiting: at a counter, parked unless the hall says otherwise. So a customer who was transferred keeps
what they waited and is never charged for being served. One who missed the call does not gain by it: a
restored number lets so many others of its queue pass (`lets_pass_until`, counted in calls and not in
minutes, because a slow hour must not cost them more than a quick one).

Which of the eligible is called is a routing policy's to choose (`server/routing`); who is eligible is a
rule (`line.py`). The difference matters: a policy is a hall's taste and may be exchanged, but no policy can
call a customer from a window that may not serve them. Numbers that are bound to one counter or person stay
bound while that one works, and are everybody's again when the window goes dark: nobody waits for a light
that is off.

A counter is nobody's until a clerk opens it. Commands at a counter name the ticket they mean, because a key
pressed twice, or late, would else strike the next customer (`asked.py`).

A day begins by an event, with its own series of numbers, and ends by events that settle whoever is left.
Time alone ends nothing while the clock is in doubt (`settling.py`), and midnight ends nobody who stands at
a counter (`midnight.py`). Numbers stay unique across restored backups because each restore raises the epoch
and starts its series above all that may be on paper (`restoring.py`).
"""
