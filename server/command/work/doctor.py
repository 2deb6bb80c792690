"""Says what this machine has and what it lacks, and how to get it."""

import asyncio
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from server.access.secrets import is_cheap
from server.api.public.pages import PAGES, manifest
from server.command import making
from server.command.folder import folder_of
from server.command.terminal.terminal import in_english, say, writes_chinese
from server.command.terminal.tongue import in_order, turned
from server.command.texts import text_of
from server.command.work import clock as clock_command
from server.devices.errors import DeviceMisconfigured
from server.devices.printing.fonts import typeface, use_own
from server.devices.printing.slip_letters import lacking
from server.devices.speaking.pack_names import refused_names
from server.devices.speaking.phrases import counter_phrase, readings_of, wording
from server.devices.speaking.report import VoiceReport, voice_report
from server.domain.config.config import HallConfig
from server.domain.config.pieces.equipment import PRINTERS, PrinterConfig
from server.domain.text import Text
from server.journal import StorageFailed
from server.plugins import KINDS, broken, plugins
from server.settings import Settings
from server.watchers.follow_setup import open_voices

ENOUGH = 500  # MB
ROBOT = "pyttsx3"
ROBOTIC = (
    "robotic, hard to understand; the extra voice-zh brings a better one / 合成音不易听清，建议安装 voice-zh"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """`vital` is what no hall runs without."""

    what: str
    well: bool
    text: str
    vital: bool = False


def doctor(data: Path | None) -> None:
    """Exit with 1 when something is wrong that no hall runs without."""
    findings = examine(folder_of(data))
    say(*(_line(f) for f in findings))
    sys.exit(0 if all(f.well or not f.vital for f in findings) else 1)


def _line(finding: Finding) -> str:
    """Where Chinese cannot be written, the English of it and no signs spelt out."""
    what, text = finding.what, finding.text
    if not writes_chinese(sys.stdout):
        what, text = in_english(what), in_english(text)
    return f"{'✓' if finding.well else '✗'} {what}: {text}"


def examine(data: Path, voices: Sequence[str] = ()) -> list[Finding]:
    """`voices` to try; none: those of the hall."""
    return [
        *_journal(data),
        *_passwords(),
        _clock(data),
        _pages(),
        _font(),
        _letters(data),
        _voice(data, voices),
        _names(data),
        _speaker(),
        _browser(),
        _disk(data),
        _plugins(),
        *_printers(data),
    ]


def _journal(data: Path) -> list[Finding]:
    """All of it, event by event; the hall's snapshots against it."""
    what = "data 数据"
    try:
        damage = asyncio.run(making.look(data))
    except StorageFailed as why:
        return [Finding(what=what, well=False, text=_indented(turned(str(why))), vital=True)]
    if damage is None:
        return []
    wrong = "\n".join(in_order(d.text) for d in damage)
    text = _indented(wrong) if wrong else "snapshots and journal agree, the file is whole / 快照与流水一致"
    return [Finding(what=what, well=not wrong, text=text, vital=True)]


def _passwords() -> list[Finding]:
    if not is_cheap():
        return []
    cheap = text_of("cheap_passwords")
    return [Finding(what="passwords 密码", well=False, text=_indented(in_order(cheap)))]


def _clock(data: Path) -> Finding:
    """The machine's clock against what the hall has lived."""
    try:
        state = clock_command.look(data)
    except StorageFailed as why:
        return Finding(what="clock 时钟", well=False, text=_indented(turned(str(why))))
    wrong = state.trouble
    fits = f"{state.written(state.machine)}, fits the hall's records / 与营业厅的记录吻合"
    return Finding(what="clock 时钟", well=wrong is None, text=_indented(in_order(wrong)) if wrong else fits)


def _indented(text: str) -> str:
    return text.replace("\n", "\n    ")


def _pages() -> Finding:
    missing = [p for p in PAGES if f"{p}.js" not in manifest()]
    text = f"missing {', '.join(missing)}; reinstall with `uv sync`" if missing else "built"
    return Finding(what="pages 页面", well=not missing, text=text, vital=True)


def _font() -> Finding:
    try:
        typeface()
    except DeviceMisconfigured as why:
        return Finding(
            what="slip font 小票字体", well=False, text=f"{why}; pip install paperang-p2-fonts-cjk"
        )
    return Finding(what="slip font 小票字体", well=True, text="a Chinese font is there")


def _letters(data: Path) -> Finding:
    """On slips, with the fonts that are here and those in the data folder."""
    use_own(Settings(data=data).fonts)
    config = _config(data)
    lacks = lacking(config) if config else ()
    text = "\n    ".join(
        f"{one.text}：“{one.letters}”"
        + (
            "文字方式的打印机打不出，请改用图形方式 / a printer of text cannot print it: set it to pictures"
            if one.drawn
            else "没有字体能打出，小票上印成〓 / no font has it, slips show 〓;"
            " apt-get install fonts-hanazono, or put a font that has it into fonts/ of the data folder"
        )
        for one in lacks
    )
    return Finding(what="slip letters 小票用字", well=not lacks, text=text or "all can be printed")


def _voice(data: Path, voices: Sequence[str]) -> Finding:
    """Made to speak: what a hall will hear is not what is installed but what answers."""
    config = _config(data)
    report = asyncio.run(_heard(config, Settings(data=data).voice_packs, voices))
    text = "\n    ".join(f"{each.zh} / {each.en}" for each in report.texts)
    if report.hears == ROBOT:
        text += "\n    " + ROBOTIC
    return Finding(what="voice 语音", well=bool(report.hears), text=text)


def _config(data: Path) -> HallConfig | None:
    try:
        return asyncio.run(making.config_of(data)) if asyncio.run(making.is_made(data)) else None
    except StorageFailed:
        return None  # told already


async def _heard(config: HallConfig | None, folder: Path, voices: Sequence[str]) -> VoiceReport:
    among = open_voices(config, folder, voices)
    try:
        return await voice_report(among, *([_first_words(config)] if config else []))
    finally:
        for voice in among:
            await voice.close()


def _first_words(config: HallConfig) -> str:
    """The first words a customer hears of where to go."""
    place = config.counters[0]
    return counter_phrase(place.name, place.id, wording(1, last_call=False), "zh", readings_of(config.voice))


def _names(data: Path) -> Finding:
    """Letters without a reading are not found by listening to one phrase."""
    config = _config(data)
    refused = refused_names(config, readings_of(config.voice)) if config else ()
    text = "\n    ".join(
        f"{one.name}：读不出“{one.refused}”，请到设置 › 语音写明怎么读 / the voice has no reading for "
        f"{one.refused} in {one.name}; say how it is read at Set-up, Voice"
        for one in refused
    )
    return Finding(what="names 窗口名称", well=not refused, text=text or "can all be said")


def _speaker() -> Finding:
    there = shutil.which("aplay") is not None
    text = (
        "aplay is there"
        if there
        else "no aplay; the lobby board's browser speaks (apt-get install alsa-utils)"
    )
    return Finding(what="server speaker 服务器扬声器", well=True, text=text)


def _browser() -> Finding:
    names = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
    installed = next((name for name in names if shutil.which(name)), None)
    text = (
        installed or "none here; the screens' own machines need one (apt-get install chromium fonts-noto-cjk)"
    )
    return Finding(what="browser 浏览器", well=True, text=text)


def _disk(data: Path) -> Finding:
    there = data if data.exists() else Path.home()
    free = shutil.disk_usage(there).free // (1024 * 1024)
    return Finding(what="disk 磁盘", well=free > ENOUGH, text=f"{free} MB free", vital=True)


def _plugins() -> Finding:
    """Also ours, all of which are looked at here."""
    for kind in KINDS:
        plugins(kind)
    wrong = broken()
    text = "\n    ".join(f"{each.text.zh} / {each.text.en}" for each in wrong)
    return Finding(what="plug-ins 插件", well=not wrong, text=text or "all can be used")


def _printers(data: Path) -> list[Finding]:
    config = _config(data)
    if config is None or not config.printers:
        return [Finding(what="printers 打印机", well=True, text="none set; numbers are shown on the kiosk")]
    return [_printer(printer) for printer in config.printers]


def _printer(printer: PrinterConfig) -> Finding:
    """As the set-up calls it; a plug-in of others by its own name."""
    kind = next((c.text for c in PRINTERS if c.value == printer.kind), Text(printer.kind, printer.kind))
    words = f"{kind.zh} / {kind.en}" if kind.zh != kind.en else kind.zh
    return Finding(what=f"printer {printer.id} 打印机", well=True, text=f"{words} {printer.address}".strip())
