"""Asks whoever sits at the terminal."""

from server.command.terminal.terminal import say


def agreed(question: str) -> bool:
    say(question)
    return answer("y/N ").lower() in ("y", "yes", "是")


def answer(prompt: str) -> str:
    """ "" where nobody is there."""
    try:
        return input(prompt).strip()
    except EOFError:
        return ""
