"""How a day runs in each trade before a hall has counted its own: a proposal, no measurement.

By what is told of such halls: a rush after opening until half past eleven, little at noon, a lower second
rush until four; bills press on power and water in the morning, telephone shops go on into the evening.
Weights an hour from 08:00 on; a hall's opening hours cut them, its own counts replace them within weeks.
"""

from collections.abc import Mapping
from typing import Final

FIRST_HOUR: Final = 8
USUAL: Final = (6, 12, 13, 9, 4, 6, 10, 9, 6, 3)
COURSES: Final[Mapping[str, tuple[float, ...]]] = {
    "power": (7, 14, 14, 9, 3, 6, 10, 8, 5, 2),
    "water": (8, 15, 13, 8, 3, 6, 9, 8, 5, 2),
    "gas": (6, 12, 13, 9, 4, 6, 10, 9, 6, 3),
    "telecom": (4, 9, 11, 9, 6, 7, 9, 10, 9, 8, 7, 5),
}
