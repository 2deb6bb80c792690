"""The hall's monthly exercise: D1 to D7, played on a practice hall, with a signed result.

`practice.py` makes that hall from the real one's set-up and runs a real server on it; the exercises sit down
at its screens and break what they are about; `record.py` writes what was seen, `signing.py` proves it later.
"""

from server.drill.holding import hold
from server.drill.record import Exercise, Record
from server.drill.signing import genuine, signed

__all__ = ["Exercise", "Record", "genuine", "hold", "signed"]
