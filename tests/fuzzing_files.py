"""Set-up files and media as no editor writes them."""

import io

from hypothesis import strategies as st
from PIL import Image

from server.devices.known_here import known_here
from server.domain.config.config import HallConfig
from server.domain.config.soundness.known import judged
from server.domain.text import Text
from server.packs.hall_file import HallFileProblem, read_hall_text, write_hall_file
from server.packs.hall_file import pack as pack_of
from server.packs.names import packs

VALUES = (
    "nan",
    "-inf",
    "1e999",
    "9" * 5000,
    "-1",
    "0",
    "true",
    "[]",
    "{}",
    '""',
    "'x'",
    "1979-05-27",
    "07:32:00",
)
LONGER = (
    "1979-05-27T07:32:00Z",
    '"\\u0000"',
    '"\\U0010FFFF"',
    "\x00",
    "[" * 400,
    "{a=" * 400,
    f'"{"长" * 99_999}"',
)
MARKS = ("[[zones]]", "[figures]", "\n", "=", ".", "a.b.c", "#", "\ufeff", "\u202e", "'''", '"""')
PIECES = st.sampled_from([*VALUES, *LONGER, *MARKS])


@st.composite
def hall_files(draw: st.DrawFn) -> str:
    """A pack's file with some of it cut, doubled or replaced."""
    text = write_hall_file(pack_of(draw(st.sampled_from(packs()))))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        until = min(len(text), at + draw(st.sampled_from([0, 1, 5, 40, 400])))
        text = text[:at] + draw(PIECES | st.just(text[at:until] * 2) | st.text(max_size=5)) + text[until:]
    return text


def read_or_refused(text: str) -> HallConfig | None:
    """A hall, or a refusal in both languages; anything else is a fault."""
    try:
        config = read_hall_text(text)
    except HallFileProblem as problem:
        in_words(problem.text)
        return None
    for found in judged(config, known_here()):
        in_words(found)
        found.where.encode()
    return config


def in_words(text: Text) -> None:
    for said in (text.zh, text.en):
        assert said.strip()
        assert len(said) < 1000
        said.encode()


def picture(kind: str) -> bytes:
    kept = io.BytesIO()
    Image.linear_gradient("L").resize((40, 30)).convert("RGB").save(kept, kind)
    return kept.getvalue()


MEDIA = (
    picture("PNG"),
    picture("JPEG"),
    picture("WEBP"),
    b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom" + b"\x00\x00\x00\x08moov" + b"\x00" * 100,
    b"\x1a\x45\xdf\xa3\x9fB\x86\x81\x01webm" + b"\x00" * 100,
)


@st.composite
def media(draw: st.DrawFn) -> bytes:
    """A picture or film with some bytes cut, doubled or changed."""
    data = bytearray(draw(st.sampled_from(MEDIA)))
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, max(0, len(data) - 1)))
        match draw(st.integers(0, 3)):
            case 0:
                del data[at : at + draw(st.integers(1, 40))]
            case 1:
                data[at:at] = draw(st.binary(max_size=20))
            case 2 if data:
                data[at] = draw(st.integers(0, 255))
            case _:
                data[at : at + 4] = draw(st.sampled_from([b"\xff" * 4, b"\x00" * 4, b"\x7f\xff\xff\xff"]))
    return bytes(data)
