"""A folder of recorded words: how its files are named, and which of them make up a phrase.

A file is named by what is said in it, without punctuation: `zh/到三号窗口.wav`, `en/please go.wav`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from server.devices.speaking.speech_levels import trimmed
from server.devices.speaking.waves import Wave, joined, levelled, read_wave, silence

_LONGEST_NAME = 200  # bytes; file systems take 255
_MARGIN = 0.03  # s
_PAUSES = {"": 0.02, "letter": 0.12, "stop": 0.25}  # s after a word in a joined phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A Chinese sign or letter, or an English word; `then` says what pause comes after it."""

    written: str
    then: str = ""


def words_of(text: str, language: str) -> list[Word]:
    words: list[Word] = []
    for piece in re.findall(r"\w|[^\w\s]+" if language == "zh" else r"[\w'-]+|[^\w\s]+", text):
        if piece[0].isalnum():
            words.append(Word(written=piece, then="letter" if re.fullmatch("[A-Z]", piece) else ""))
        elif words:
            words[-1] = Word(written=words[-1].written, then="stop")
    return words


def file_name(words: Sequence[Word], language: str) -> str:
    return ("" if language == "zh" else " ").join(word.written for word in words) + ".wav"


def named(text: str, language: str) -> str:
    """Where the recording of a text is kept, below the pack's folder."""
    return f"{language}/{file_name(words_of(text, language), language)}"


def pieces(folder: Path, words: Sequence[Word], language: str) -> list[tuple[Path, Word]] | None:
    """The fewest recordings that say the words, each with its last word; None when some are missing."""
    best: list[list[tuple[Path, Word]] | None] = [[]] + [None] * len(words)
    for end in range(1, len(words) + 1):
        for start in range(end):
            before, best_yet = best[start], best[end]
            if before is None or (best_yet is not None and len(before) + 1 >= len(best_yet)):
                continue
            name = file_name(words[start:end], language)
            path = folder / language / name
            if len(name.encode()) <= _LONGEST_NAME and path.is_file():
                best[end] = [*before, (path, words[end - 1])]
    return best[-1] or None


def join(recordings: Sequence[tuple[Path, Word]]) -> Wave:
    """One after the other, each brought to one level and freed of silence.

    Raise DeviceUnavailable, DeviceMisconfigured as `read_wave` does; ValueError for a silent recording.
    """
    parts: list[Wave] = []
    for path, word in recordings:
        sound = levelled(trimmed(read_wave(path), _MARGIN))
        parts += [sound, silence(_PAUSES[word.then], sound.sample_rate)]
    return joined(parts[:-1], max(part.sample_rate for part in parts))
