"""`python -m counter_client`: drives a counter from a numeric keypad or a terminal."""

import argparse
import asyncio
import getpass
import io
import os
import secrets
import ssl
import sys
import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from counter_client.keypad.keypad_texts import SAYS, Language, Text
from counter_client.keypad.log_in import LogInRefused, log_in, log_out
from counter_client.keypad.program import Display, Keys, Program
from counter_client.keypad.session import Session
from counter_client.keypad.terminal import FourLines, Keyboard, PlainLines

EPILOG = (
    "Keys: Enter next step; 0 call next (finishes first); + recall; - twice no-show; * pause; / undo; "
    ". put back. --keypad and --display are for Linux."
)


class Hopeless(Exception):
    """The text says what to do."""


def main(arguments: Sequence[str] | None = None) -> None:
    asked = parser().parse_args(_joined(sys.argv[1:] if arguments is None else arguments))
    try:
        while True:
            why = _once(asked, _token(asked))
            if not asked.login or not sys.stdin.isatty():
                sys.exit(f"{why.zh}\n{why.en}")
    except Hopeless as why:
        sys.exit(str(why))
    except KeyboardInterrupt:
        pass


def _once(asked: argparse.Namespace, token: str) -> Text:
    """Until the hall shuts the door or the clerk leaves; who came by name is logged out again."""
    try:
        return asyncio.run(_drive(asked, token))
    finally:
        if asked.login:
            log_out(asked.server, token, _trust(asked))


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(
        prog="python -m counter_client",
        description="Drives a counter from a numeric keypad or a terminal.",
        epilog=EPILOG,
    )
    top.add_argument(
        "--server", type=_address, default="http://127.0.0.1:8000", help="the hall (default %(default)s)"
    )
    top.add_argument("--counter", required=True, help="the counter's id, e.g. 3")
    top.add_argument("--token", default="", help="a device's token (role keypad, place the counter)")
    top.add_argument("--token-file", type=Path, help="a file that holds it; or HALLQUEUE_TOKEN")
    top.add_argument("--login", default="", metavar="NUMBER", help="log in as a clerk; asks for the password")
    top.add_argument("--language", choices=("zh", "en"), default="zh")
    top.add_argument("--keypad", type=Path, metavar="DEVICE", help="e.g. /dev/input/by-id/…-event-kbd")
    top.add_argument("--display", type=Path, metavar="DEVICE", help="a wired 20x4 display, e.g. /dev/ttyUSB0")
    top.add_argument("--plain", action="store_true", help="print the lines instead of drawing them")
    top.add_argument(
        "--ca", type=Path, metavar="FILE", help="the authority that signed the hall's certificate"
    )
    return top


def _joined(arguments: Sequence[str]) -> list[str]:
    """A token may begin with a minus (one in 64 does), which would pass for an option of its own."""
    joined: list[str] = []
    for argument in arguments:
        if joined and joined[-1] == "--token":
            joined[-1] = f"--token={argument}"
        else:
            joined.append(argument)
    return joined


def _address(given: str) -> str:
    if not given.startswith(("http://", "https://")):
        raise argparse.ArgumentTypeError("the hall's address begins with http:// or https://")
    return given


async def _drive(asked: argparse.Namespace, token: str) -> Text:
    """Until the hall shuts the door; returns why."""
    language: Language = asked.language
    session = Session(
        counter=asked.counter, token=token, new_name=lambda: secrets.token_hex(16), language=language
    )
    program = Program(asked.server, session, time.monotonic, language=language, trust=_trust(asked))
    keys: list[Keys] = []
    displays: list[Display] = []
    with ExitStack() as leaving:
        if asked.keypad or asked.display:
            _wire(asked, keys, displays, leaving)
        if sys.stdin:
            keys.append(leaving.enter_context(Keyboard(sys.stdin.fileno(), time.monotonic)))
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(errors="replace")  # a terminal that cannot write Chinese shows what it can
        if asked.plain or not sys.stdout.isatty():
            displays.append(PlainLines(sys.stdout))
        else:
            screen = FourLines(sys.stdout)
            leaving.callback(screen.leave)
            displays.append(screen)
        return await program.run(keys, displays)


def _wire(asked: argparse.Namespace, keys: list[Keys], displays: list[Display], leaving: ExitStack) -> None:
    if sys.platform != "linux":
        raise Hopeless(f"{SAYS['only_linux'].zh}\n{SAYS['only_linux'].en}")
    from counter_client.keypad.evdev import Keypad  # noqa: PLC0415  # neither is there on another system
    from counter_client.keypad.wired import WiredDisplay  # noqa: PLC0415

    if asked.keypad:
        keys.append(Keypad(asked.keypad))
    if asked.display:
        wired = WiredDisplay(asked.display)
        leaving.callback(wired.close)
        displays.append(wired)


def _token(asked: argparse.Namespace) -> str:
    if asked.login:
        return _logged_in(asked)
    if asked.token_file:
        try:
            return str(asked.token_file.read_text(encoding="utf-8")).strip()
        except (OSError, UnicodeDecodeError) as why:
            raise Hopeless(str(why)) from None
    token = asked.token or os.environ.get("HALLQUEUE_TOKEN", "")
    if not token:
        raise Hopeless(f"{SAYS['no_token'].zh}\n{SAYS['no_token'].en}")
    return str(token)


def _logged_in(asked: argparse.Namespace) -> str:
    """Ask for the password, or the PIN where it does, until it is right."""
    while True:
        secret = getpass.getpass(SAYS["password"].of(asked.language) + f" {asked.login}: ")
        try:
            return log_in(asked.server, asked.login, secret, asked.counter, _trust(asked))
        except LogInRefused as why:
            sys.stderr.write(why.text.of(asked.language) + "\n")
            if not sys.stdin.isatty():
                raise Hopeless(why.text.en) from None
        except OSError as why:
            raise Hopeless(f"{SAYS['no_server'].of(asked.language)}: {asked.server}: {why}") from None


def _trust(asked: argparse.Namespace) -> ssl.SSLContext | None:
    """The authorities of this machine and the hall's own."""
    if not asked.server.startswith("https:"):
        return None
    trust = ssl.create_default_context()
    if asked.ca:
        trust.load_verify_locations(asked.ca)
    return trust


if __name__ == "__main__":
    main()
