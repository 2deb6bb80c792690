"""What an over-wait earns: ladder, cases, care acts, tasks.

How it works, beyond what `lifecycle.py` says as a table:

A ladder is a hall's promise about waiting: rungs, each an age of the wait and an act (tell the guide,
explain, open a remedy). Reaching a rung is an event and happens once a visit, whatever comes between: a
transfer, a missed call and a restart do not make the hall explain twice, and a set-up that changes the
ladder in mid-morning does not undo what was done under the old one. Rungs are reached in their order even
when the watcher slept past two of them, so that nobody is given a gift before being spoken to.

The domain knows no timer. A watcher asks `ladder.reached` and commands `ReachRung`; whether the rung is
truly due is judged again here, by the hall's own clock. So the watcher may be late, early or doubled
without harm, and a test needs no waiting.

A case is one customer's claim to a remedy. It is opened by a rung, settled by what a person did (given,
declined, waived with a reason), and it is missed by the facts: the customer left, was served or went home
while it was open. That is why `follow.py` belongs to the queue's own transaction. A miss bears the name of
who led the shift at that moment, not of whoever is asked later. A settled case stays settled: no second
gift, no miss after a gift.

Tasks are the same for the people: one at a time per kind and customer, and they lapse with the wait that
raised them, so that nobody is sent to comfort a chair. A gift counts as given when somebody gave it, never
because it was due.

What it all does for satisfaction with waiting is measured elsewhere (`server/insight/effect`): here no rule
looks at ratings.
"""
