"""What each screen sees of a hall: small whole values, made from the hall, the time and the estimates.

How it works:

A view is whole: it tells a screen all that it shows, so a screen keeps nothing, and one that was away for
an hour is right again with one message. There are no differences to lose or to apply twice. That costs
making and sending more than what changed; it is kept cheap by values that are frozen: a row is made once
for a ticket that did not change, and the same view is made once for all who look at it
(`server/watchers/screens/push_views.py`), never for nobody.

A view is a function of the hall and of the moment. What changes by time alone (minutes waited, an opening
hour) is made again every few seconds; nothing here keeps a clock. The same function answers the fresh look
of a test, which is how the pushed view is held to be the true one (`tests/test_views_as_fresh.py`).

A view says what can be done and why not, in words (`clerk/counter_can.py`), by trying the same rules that
would decide the command. So no page knows a rule, and a button that is dark is dark for the reason that
would refuse it.

What a screen must not know is not in its view. Public views carry numbers, never people: no names, no
reason of a priority, nothing that tells one customer of another. A customer's own ticket is found by its
token alone.

`server/domain/screens.py` is the list of them: which view, at what kind of place, for whom, public or not.
A room holds what one kind of people look at; what several of them need lies beside the rooms.
"""
