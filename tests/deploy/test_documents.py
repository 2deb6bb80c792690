"""What owner and staff are told is true: commands, files, pages, and the words on the screens."""

import re
import shlex
from pathlib import Path

import pytest

from server.api.pacing.bounded import LARGER
from server.api.public.pages import PAGES
from tests.deploy.programs import DEPLOY, ROOT, problem_of

MIB = 1024 * 1024
DOCUMENTS = sorted(DEPLOY.rglob("*.md"))
RUNBOOK = (DEPLOY / "RUNBOOK.md").read_text(encoding="utf-8")
OURS = re.compile(
    r"(?:^|\s)(?:/opt/hallqueue/bin/|C:\\hallqueue\\Scripts\\)?hallqueue(?:\.exe)? ([a-z][a-z-]*\b.*)$"
)
TROUBLES = "开门前 断电后 没声音 打印机不出纸 大屏黑了 叫号器没反应 换一台电脑 找谁"
ENDPOINTS = ("health", "metrics", "root.crt")


def ids(path: Path) -> str:
    return path.relative_to(DEPLOY).as_posix()


def commands(text: str) -> list[str]:
    """Every command of ours in a document: in backticks or on an indented line."""
    lines = re.findall(r"`([^`\n]+)`", text) + re.findall(r"^    (.+)$", text, re.M)
    return [f"hallqueue {found.group(1)}" for line in lines if (found := OURS.search(line))]


@pytest.mark.parametrize("document", DOCUMENTS, ids=ids)
def test_every_command_exists_with_its_options(document: Path) -> None:
    for command in commands(document.read_text(encoding="utf-8")):
        assert problem_of(shlex.split(command)) == "", command


@pytest.mark.parametrize("document", DOCUMENTS, ids=ids)
def test_every_file_and_unit_exists(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    linked = re.findall(r"\]\(([^)#:]+)\)", text)
    named = re.findall(r"\bdeploy/([\w/.-]+\.\w+)", text)
    named += re.findall(r"`((?:caddy|nginx|systemd|chrony)/[\w.-]+)`", text)
    units = re.findall(r"\bhallqueue[\w@:-]*\.(?:service|timer)\b", text)
    missing = [f for f in linked if not (document.parent / f).exists()]
    missing += [f for f in named if not (DEPLOY / f).exists()]
    missing += [u for u in units if not (DEPLOY / "systemd" / re.sub(r"@[^.]*", "@", u)).exists()]
    assert missing == []


def test_every_page_and_address_named_is_served() -> None:
    for document in DOCUMENTS:
        text = document.read_text(encoding="utf-8")
        for named in re.findall(r"`/([\w.]+)/?`", text) + re.findall(r"hallqueue-kiosk@(\w+)", text):
            assert named in PAGES or named in ENDPOINTS, (document.name, named)


def words_on_screens() -> str:
    """All texts of all pages, of the keypad and of the server; whatever is filled in is left out."""
    folders = ("kiosk_ui", "counter_client", "display_board", "server")
    files = [
        file
        for folder in folders
        for kind in ("*.ts", "*.tsx", "*.py")
        for file in (ROOT / folder).rglob(kind)
        if "node_modules" not in file.parts
    ]
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def test_the_runbook_quotes_what_the_screens_really_say() -> None:
    said = words_on_screens()
    quoted = re.findall(r"“([^”]+)”", RUNBOOK)
    assert len(quoted) > 25
    invented = [q for q in quoted if not all(part.strip() in said for part in q.split("…"))]
    assert invented == []


def test_the_runbook_is_one_page_and_answers_what_people_ask() -> None:
    assert len(RUNBOOK.splitlines()) <= 60
    for trouble in (
        "开门前",
        "断电后",
        "没声音",
        "打印机不出纸",
        "大屏黑了",
        "叫号器没反应",
        "换一台电脑",
        "找谁",
    ):
        assert trouble in RUNBOOK


def test_the_proxies_let_through_what_the_server_takes_and_little_more() -> None:
    files = [start for start, size in LARGER.items() if size == LARGER["/api/media"]]
    film = LARGER["/api/media"]
    body = max(size for start, size in LARGER.items() if start not in files)
    caddy = (DEPLOY / "caddy/Caddyfile").read_text(encoding="utf-8")
    nginx = (DEPLOY / "nginx/hallqueue.conf").read_text(encoding="utf-8")
    media, others = (int(n) * 10**6 for n in re.findall(r"max_size (\d+)MB", caddy))
    assert film <= media <= film * 1.1
    assert body <= others <= 2 * body
    others, media = (int(n) * MIB for n in re.findall(r"client_max_body_size (\d+)m", nginx))
    assert film <= media <= film * 1.1
    assert body <= others <= 2 * body
    assert re.findall(r"@media path (.*)", caddy) == [" ".join(f"{start}*" for start in files)]
    assert re.findall(r"location ~ \^/api/\((.*)\)", nginx) == ["|".join(start[5:] for start in files)]


def test_no_proxy_believes_a_strangers_word_for_the_address() -> None:
    nginx = (DEPLOY / "nginx/hallqueue.conf").read_text(encoding="utf-8")
    assert "X-Forwarded-For $remote_addr;" in nginx
    assert "trusted_proxies" not in (DEPLOY / "caddy/Caddyfile").read_text(encoding="utf-8")
