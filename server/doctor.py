"""Says what this machine has and what it lacks, and how to get it."""

import importlib.util
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from server.api.pages import PAGES, manifest
from server.devices.errors import DeviceMisconfigured
from server.devices.slip_strip import typeface
from server.printers_file import printers

ENOUGH = 500  # MB


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """`vital` is what no hall runs without."""

    what: str
    well: bool
    text: str
    vital: bool = False


def examine(data: Path) -> list[Finding]:
    return [_pages(), _font(), _voice(), _speaker(), _browser(), _disk(data), *_printers(data)]


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


def _voice() -> Finding:
    there = sys.platform != "linux" or importlib.util.find_spec("espeakng_loader") is not None
    text = (
        "pyttsx3 (robotic; a recorded or neural voice is understood better)" if there else "none: chime only"
    )
    return Finding(what="voice 语音", well=there, text=text)


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
    found = next((name for name in names if shutil.which(name)), None)
    text = found or "none here; the screens' own machines need one (apt-get install chromium fonts-noto-cjk)"
    return Finding(what="browser 浏览器", well=True, text=text)


def _disk(data: Path) -> Finding:
    there = data if data.exists() else Path.home()
    free = shutil.disk_usage(there).free // (1024 * 1024)
    return Finding(what="disk 磁盘", well=free > ENOUGH, text=f"{free} MB free", vital=True)


def _printers(data: Path) -> list[Finding]:
    try:
        found = printers(data, [])
    except DeviceMisconfigured as why:
        return [Finding(what="printers 打印机", well=False, text=str(why))]
    if not found:
        return [Finding(what="printers 打印机", well=True, text="none set; numbers are shown on the kiosk")]
    return [Finding(what=f"printer {p.id}", well=True, text=f"{p.kind} {p.address}") for p in found]
