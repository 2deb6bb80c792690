"""Chinese text as the phonemes, and the tokens, that the neural voice's model was trained on."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from pypinyin import Style, lazy_pinyin

from server.devices.speaking.sayable import HANZI

# Left the pinyin, right the model's sign for it.
INITIALS: Final[Mapping[str, str]] = {
    **{"b": "p", "p": "pʰ", "m": "m", "f": "f", "d": "t", "t": "tʰ", "n": "n", "l": "l"},
    **{"g": "k", "k": "kʰ", "h": "x", "j": "ʨ", "q": "ʨʰ", "x": "ɕ"},
    **{"zh": "ꭧ", "ch": "ꭧʰ", "sh": "ʂ", "r": "ɻ", "z": "ʦ", "c": "ʦʰ", "s": "s", "": ""},
}
# The dot is where the tone goes. Spelled in full as pypinyin does: iou for liu, uei for gui.
FINALS: Final[Mapping[str, str]] = {
    **{"a": "a.", "ai": "ai.", "an": "a.n", "ang": "a.ŋ", "ao": "au."},
    **{"e": "ɤ.", "ei": "ei.", "en": "ə.n", "eng": "ə.ŋ", "er": "ɚ.", "o": "wo.", "ong": "ʊ.ŋ", "ou": "ou."},
    **{"i": "i.", "ia": "ja.", "ian": "jɛ.n", "iang": "ja.ŋ", "iao": "jau.", "ie": "je.", "in": "i.n"},
    **{"ing": "i.ŋ", "iong": "jʊ.ŋ", "iou": "jou."},
    **{"u": "u.", "ua": "wa.", "uai": "wai.", "uan": "wa.n", "uang": "wa.ŋ", "uei": "wei.", "uen": "wə.n"},
    **{"ueng": "wə.ŋ", "uo": "wo.", "v": "y.", "van": "ɥɛ.n", "ve": "ɥe.", "vn": "y.n"},
}
BUZZED: Final = "ɨ."  # the i of zhi, chi, shi, ri, zi, ci, si
TONES: Final[Mapping[str, str]] = {"1": "→", "2": "↗", "3": "↓", "4": "↘", "5": ""}
# Letters by their Chinese names, which a listener gets right more often than the English ones. Only A, B,
# C, D and F were found clear in tests with a recogniser: E is heard as 一, G as 接, H as a further digit.
LETTERS: Final[Mapping[str, str]] = {
    **{"A": "ei→", "B": "pi→", "C": "sei→", "D": "ti→", "E": "i→", "F": "ai↗fu", "G": "ʨi→"},
    **{"H": "ei↗ꭧʰɨ", "I": "ai→", "J": "ꭧei→", "K": "kʰei→", "L": "ai↗lɤ", "M": "ai↗mu", "N": "ə→n"},
    **{"O": "ou→", "P": "pʰi→", "Q": "kʰjou→", "R": "a→ɚ", "S": "ai↗sɨ", "T": "tʰi→", "U": "jou→"},
    **{"V": "wei→", "W": "ta↗pu ljou", "X": "ai↗kʰɤsɨ", "Y": "wai→", "Z": "ʦei→"},
}
STOPS: Final = str.maketrans("，、。！？：；（）()—·“”", ",,.!?:;,,,,,   ")
TOKENS: Final[Mapping[str, int]] = {
    **dict(zip(";:,.!?", range(1, 7), strict=True)),
    **{" ": 16, "ʦ": 20, "ʨ": 21, "ꭧ": 23},
    **dict(zip("abcdef", range(43, 49), strict=True)),
    **dict(zip("hijklmnopqrstuvwxyz", range(50, 69), strict=True)),
    **{"ɕ": 77, "ə": 83, "ɚ": 85, "ɛ": 86, "ɤ": 140, "ɥ": 99, "ɨ": 101, "ŋ": 112, "ɻ": 126, "ʂ": 130},
    **{"ʊ": 135, "ʰ": 162, "→": 171, "↗": 172, "↓": 169, "↘": 173},
}


class Unsayable(ValueError):
    """The text holds a sign that this voice has no sound for; to leave it out would call a wrong number."""


def tokens(text: str) -> list[int]:
    """Raise Unsayable."""
    return [TOKENS[sign] for sign in phonemes(text)]


def phonemes(text: str) -> str:
    """Spaces are word breaks and stay; a letter is its name and a short pause. Raise Unsayable."""
    sounds = "".join(_pieces(text.translate(STOPS)))
    if not sounds.strip(";:,.!? "):
        raise Unsayable("nothing to say")
    return re.sub(r"[ ,]*([;:,.!?])", r"\1", re.sub(" +", " ", sounds)).strip()


def _pieces(text: str) -> Iterator[str]:
    for piece in re.findall(f"[{HANZI}]+|.", text, re.DOTALL):
        if re.match(f"[{HANZI}]", piece):
            yield from _hanzi(piece)
        elif piece in LETTERS:
            yield f" {LETTERS[piece]}, "
        elif piece in ";:,.!? ":
            yield piece + " "
        else:
            raise Unsayable(f"{piece!r} of {text!r}")


def _hanzi(word: str) -> Iterator[str]:
    # No tone sandhi: it is for running speech, and would bend the digits of a number.
    initials = lazy_pinyin(word, style=Style.INITIALS, strict=True)
    finals = lazy_pinyin(word, style=Style.FINALS_TONE3, strict=True, neutral_tone_with_five=True)
    for initial, final in zip(initials, finals, strict=True):
        yield syllable(initial, final)


def unread_hanzi(text: str) -> str:
    """Rare letters whose reading is not known."""
    return "".join(sign for sign in dict.fromkeys(re.findall(f"[{HANZI}]", text)) if not _is_read(sign))


def _is_read(sign: str) -> bool:
    try:
        return bool("".join(_hanzi(sign)))
    except Unsayable:
        return False


def syllable(initial: str, final: str) -> str:
    """`("zh", "ong4")` is `ꭧʊ↘ŋ`. Raise Unsayable."""
    plain = final.rstrip("12345")
    buzzed = plain == "i" and initial in {"zh", "ch", "sh", "r", "z", "c", "s"}
    try:
        sound = BUZZED if buzzed else FINALS[plain]
        return INITIALS[initial] + sound.replace(".", TONES[final[len(plain) :] or "5"])
    except KeyError as unknown:
        raise Unsayable(f"{initial}{final}") from unknown
