"""A copy of the program, out of this tree, to which somebody adds something as the architecture page says."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
ROOMS = ("server", "deploy", "kiosk_ui", "counter_client", "display_board")
NOT_COPIED = shutil.ignore_patterns("static", "node_modules", "__pycache__", "*.ts", "*.tsx", "*.css")
NO_TESTS = shutil.ignore_patterns("test_*", "__pycache__", "browser", "journals", "drills", "benchmarks")

Insert = tuple[str, str, str]  # file, what stands there, what is put before it


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """`row` begins its line of the page's table; `remade` are files that a command of ours makes again."""

    row: str
    written: Mapping[str, str]
    by_hand: tuple[Insert, ...] = ()
    remade: tuple[str, ...] = ()

    @property
    def touched(self) -> set[str]:
        """Of what is there already."""
        return {path for path, _, _ in self.by_hand} | set(self.remade)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScratchTree:
    root: Path

    @classmethod
    def copied(cls, root: Path) -> "ScratchTree":
        for room in ROOMS:
            shutil.copytree(ROOT / room, root / room, ignore=NOT_COPIED)
        shutil.copytree(ROOT / "tests", root / "tests", ignore=NO_TESTS)
        shutil.copy(ROOT / "server/web/wire.ts", root / "server/web/wire.ts")
        return cls(root=root)

    def add(self, addition: Addition) -> None:
        for path, text in addition.written.items():
            page = self.root / path
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(text, "utf-8")
        for path, before, line in addition.by_hand:
            page = self.root / path
            text = page.read_text("utf-8")
            assert text.count(before) == 1, f"{path} no longer says {before!r} once"
            page.write_text(text.replace(before, f"{line}{before}"), "utf-8")

    def run(self, module: str) -> dict[str, Any]:
        """What a program in the copy tells of it."""
        with self._compiled():
            run = subprocess.run(
                [sys.executable, "-P", "-m", module],
                cwd=self.root,
                env={**os.environ, "PYTHONPATH": str(self.root), "PYTHONDONTWRITEBYTECODE": "1"},
                capture_output=True,
                text=True,
                check=False,
            )
        assert run.returncode == 0, run.stderr
        told: dict[str, Any] = json.loads(run.stdout)
        return told

    @contextmanager
    def _compiled(self) -> Iterator[None]:
        """A copy is as old as what it was copied from: the bytecode of that is the copy's, too."""
        kept = Path(os.environ["PYTHONPYCACHEPREFIX"])
        own = kept / self.root.relative_to(self.root.anchor)
        own.parent.mkdir(parents=True, exist_ok=True)
        own.symlink_to(kept / ROOT.relative_to(ROOT.anchor), target_is_directory=True)
        yield
        own.unlink()

    def changed(self) -> set[str]:
        """What is there already and is another in the copy."""
        files = (p.relative_to(self.root) for room in ROOMS for p in (self.root / room).rglob("*.*"))
        both = (p for p in files if (ROOT / p).is_file() and "__pycache__" not in p.parts)
        return {p.as_posix() for p in both if (self.root / p).read_bytes() != (ROOT / p).read_bytes()}
