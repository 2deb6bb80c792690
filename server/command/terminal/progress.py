"""Shows on a terminal how far long work has come; elsewhere nothing: a log has only what came of it."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TextIO

from server.command.terminal.terminal import writes_chinese
from server.domain.text import Text
from server.journal.going import Going, unseen

DOING: Mapping[str, Text] = {
    "reading": Text("读取文件", "reading the file"),
    "writing": Text("写出文件", "writing the file"),
    "telling": Text("重放流水", "replaying the journal"),
    "looking": Text("核对数据", "looking the data through"),
    "copying": Text("复制数据", "copying the data"),
    "packing": Text("打包", "packing"),
    "unpacking": Text("解包", "unpacking"),
    "placing": Text("就位", "putting it in its place"),
    "rendering": Text("合成语音", "rendering the voice"),
}


@contextmanager
def shown(out: TextIO | None = None) -> Iterator[Going]:
    """One line that is gone when the work is done."""
    out = out or sys.stderr
    if not out.isatty():
        yield unseen
        return
    from rich.console import Console  # noqa: PLC0415  # a fifth of a second, and only a terminal needs it
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn())
    chinese = writes_chinese(out)
    with Progress(*columns, console=Console(file=out), transient=True) as line:
        task = line.add_task("", total=None)

        def going(doing: str, done: int, of: int) -> None:
            text = DOING[doing]
            words = f"{text.zh} {text.en}" if chinese else text.en
            line.update(task, description=words, completed=done, total=of or None)

        yield going
