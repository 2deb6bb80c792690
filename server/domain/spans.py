"""A span of time as people say it: its two largest units."""

from server.domain.text import Text

_UNITS = (  # seconds, Chinese, English
    (86_400, "天", "day"),
    (3600, "小时", "hour"),
    (60, "分钟", "minute"),
    (1, "秒", "second"),
)


def in_words(seconds: float) -> Text:
    left, zh, en = int(abs(seconds)), list[str](), list[str]()
    for size, word, name in _UNITS:
        n, left = divmod(left, size)
        if n:
            zh.append(f"{n} {word}")
            en.append(f"{n} {name}{'s' if n > 1 else ''}")
        if len(zh) == 2 or (zh and size == 60):  # noqa: PLR2004  # nobody needs the seconds of a longer span
            break
    return Text(" ".join(zh) or "0 秒", " ".join(en) or "0 seconds")
