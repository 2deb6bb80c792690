"""Every reason for which a row is left has its words."""

import re
from pathlib import Path

from server.insight.history import reading
from server.insight.history.texts import LEFT


def test_every_reason_has_words_in_both_languages() -> None:
    source = Path(reading.__file__).read_text(encoding="utf-8")
    reasons = set(re.findall(r'(?:Left|leave)\("(\w+)"', source)) | {"own"}
    assert reasons == set(LEFT)
    assert all(text.zh and text.en for text in LEFT.values())
