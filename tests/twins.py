"""How much of each source file its own twin runs: `python -m tests.twins [FOLDER…]`, the least first.

Of Python the lines that a tracer of that one file sees, of TypeScript what V8 counts. A number here is no
goal: a file that other tests walk may need little of its twin, and a line that ran was not yet judged.
"""

import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

ROOT = Path(__file__).parents[1]
Share = tuple[int, int]


def main(folders: list[str]) -> None:
    asked = [ROOT / folder for folder in folders] or [ROOT]
    shares = {
        source.relative_to(ROOT).as_posix(): share
        for source, share in (*_of_python(asked), *_of_typescript(asked))
    }
    sys.stdout.write("".join(f"{line}\n" for line in table(shares)))


def table(shares: Mapping[str, Share]) -> list[str]:
    rising = sorted((ran / max(1, lines), ran, lines, name) for name, (ran, lines) in shares.items())
    return [f"{part:5.0%} {ran:4}/{lines:<4} {name}" for part, ran, lines, name in rising]


def _within(source: Path, folders: list[Path]) -> bool:
    return any(source == folder or folder in source.parents for folder in folders)


def _of_python(folders: list[Path]) -> Iterator[tuple[Path, Share]]:
    from tests.test_contracts import sources, twin_of

    for source in sources():
        twin = twin_of(source)
        if _within(source, folders) and twin.exists():
            ran = subprocess.run(
                [sys.executable, "-m", "tests.twins", "--one", source, twin],
                cwd=ROOT,
                capture_output=True,
                text=True,
                check=False,
            )
            lines = set(json.loads(ran.stdout.rpartition("\n#")[2] or "[]"))
            every = lines(compile(source.read_text("utf-8"), str(source), "exec"))
            yield source, (len(lines & every), len(every))


def lines(code: CodeType) -> set[int]:
    inside = [one for one in code.co_consts if isinstance(one, CodeType)]
    own = {line for _, _, line in code.co_lines() if line}
    return own.union(*map(lines, inside))


def _one(source: str, twin: str) -> None:
    """In a process of its own, before anything of the server is imported."""
    seen: set[int] = set()

    def inside(frame: FrameType, event: str, argument: Any) -> Any:
        seen.add(frame.f_lineno)
        return inside

    def begin(frame: FrameType, event: str, argument: Any) -> Any:
        return inside(frame, event, argument) if frame.f_code.co_filename == source else None

    sys.settrace(begin)
    threading.settrace(begin)
    import pytest

    pytest.main(["-q", "-n", "0", twin])
    sys.settrace(None)
    sys.stdout.write(f"\n#{json.dumps(sorted(seen))}")


def _of_typescript(folders: list[Path]) -> Iterator[tuple[Path, Share]]:
    from tests.web.test_pages_code import bundle
    from tests.web.test_rooms import modules

    for source in modules():
        if not _within(source, folders):
            continue
        twins = [twin for end in (".test.ts", ".test.tsx") if (twin := source.with_suffix(end)).exists()]
        if not twins:
            continue
        with tempfile.TemporaryDirectory() as folder:
            bundle(twins, Path(folder))
            counted = _counted(sorted(Path(folder).rglob("*.mjs")), Path(folder) / "counted")
        yield source, counted.get(source.relative_to(ROOT).as_posix(), (0, 0))


def _counted(tests: list[Path], into: Path) -> dict[str, Share]:
    from tests.web.test_pages_code import NODE, WEB

    words: list[object] = [NODE, "--import", WEB / "testing/window.mjs", "--enable-source-maps", "--test"]
    words += [
        "--experimental-test-coverage",
        "--test-coverage-exclude=nothing/**",
        "--test-coverage-include=**",
    ]
    words += ["--test-reporter=lcov", f"--test-reporter-destination={into}"]
    words += ["--test-isolation=none", "--test-force-exit", *tests]
    subprocess.run(list(map(str, words)), cwd=ROOT, capture_output=True, check=False, env=os.environ)
    shares: dict[str, Share] = {}
    for record in into.read_text("utf-8").split("end_of_record"):
        said = dict(line.split(":", 1) for line in record.splitlines() if line[:3] in {"SF:", "LH:", "LF:"})
        if said:
            shares[said["SF"]] = int(said["LH"]), int(said["LF"])
    return shares


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        _one(*sys.argv[2:])
    else:
        main(sys.argv[1:])
