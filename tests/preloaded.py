"""What every forked program of the tests has imported before it begins; see `tests/forks.py`."""

# ruff: noqa: F401  # imported to be there
import gc

import uvloop

import counter_client.keypad.log_in
import counter_client.keypad.program
import counter_client.keypad.terminal
import server.app
import server.command.work.running
import server.house
import server.serving.serve
import tests.care_crash_child
import tests.crash_child

gc.collect()
gc.freeze()  # shared with every child as it is
