"""Figures of the voice and the boards."""

from dataclasses import dataclass

from server.domain.config.figure import Group, figure
from server.domain.form import Choice
from server.domain.text import Text

READINGS = (
    Choice(value="zh", text=Text("中文一遍", "Chinese once")),
    Choice(value="zh,zh", text=Text("中文两遍", "Chinese twice")),
    Choice(value="zh,en", text=Text("中文、英文各一遍", "Chinese, then English")),
)


@dataclass(frozen=True, kw_only=True)
class VoiceFigures:
    speech_rate: int = figure(
        150,
        "count",
        row="5.6",
        group=Group.VOICE,
        ends=(60, 400),
        zh="语速（每分钟字数）",
        en="Words per minute the voice speaks at",
    )
    speech_languages: str = figure(
        "zh,zh",
        "text",
        row="5.6",
        group=Group.VOICE,
        zh="一次叫号播报",
        en="One call is spoken in",
        choices=READINGS,
        letters=20,
    )
    hero_seconds: int = figure(
        5,
        "s",
        row="5.5",
        group=Group.VOICE,
        ends=(1, 120),
        zh="新叫的号在大屏上单独显示的时间",
        en="How long the newest call stands alone on the lobby board",
    )
