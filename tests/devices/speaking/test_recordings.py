"""How recordings are named and put together."""

from pathlib import Path

import pytest

from server.devices.speaking.recordings import join, named, pieces, words_of
from tests.devices.recorded_pack import record, recording


def _names(pack: Path, text: str, language: str = "zh") -> list[str] | None:
    found = pieces(pack, words_of(text, language), language)
    return None if found is None else [path.stem for path, _ in found]


@pytest.mark.parametrize(
    ("text", "language", "file"),
    [
        ("到三号窗口办理", "zh", "zh/到三号窗口办理.wav"),
        ("A零零一号，最后一次呼叫", "zh", "zh/A零零一号最后一次呼叫.wav"),
        ("到 VIP 室", "zh", "zh/到VIP室.wav"),
        ("Ticket A, 0 0 1,", "en", "en/Ticket A 0 0 1.wav"),
        ("please go to the manager's room", "en", "en/please go to the manager's room.wav"),
    ],
)
def test_a_recording_is_named_by_its_words(text: str, language: str, file: str) -> None:
    assert named(text, language) == file


def test_a_number_is_joined_from_its_words(tmp_path: Path) -> None:
    record(tmp_path, (f"zh/{word}.wav" for word in "请A零一号"))
    assert _names(tmp_path, "请A零零一号") == list("请A零零一号")


def test_longer_recordings_are_preferred_to_many_short_ones(tmp_path: Path) -> None:
    record(tmp_path, (f"zh/{word}.wav" for word in [*"请A零一号", "请A", "零零一号", "尽快"]))
    assert _names(tmp_path, "请A零零一号尽快") == ["请A", "零零一号", "尽快"]
    record(tmp_path, ["zh/请A零零一号.wav"])
    assert _names(tmp_path, "请A零零一号尽快") == ["请A零零一号", "尽快"]


def test_a_phrase_with_one_word_missing_is_not_said_at_all(tmp_path: Path) -> None:
    record(tmp_path, (f"zh/{word}.wav" for word in "请A零号"))
    assert _names(tmp_path, "请A零零一号") is None
    assert _names(tmp_path, "，") is None
    assert _names(tmp_path, "一" * 300) is None
    assert _names(tmp_path, "请", language="en") is None


def test_english_is_joined_word_by_word(tmp_path: Path) -> None:
    record(tmp_path, ["en/please go.wav", "en/to counter 3.wav"])
    assert _names(tmp_path, "please go to counter 3", "en") == ["please go", "to counter 3"]


def test_pieces_come_without_their_silence_and_at_one_level(tmp_path: Path) -> None:
    record(tmp_path, ["zh/请.wav"], recording(0.5, level=0.1))
    record(tmp_path, ["zh/A.wav"], recording(0.5, level=0.6))
    found = pieces(tmp_path, words_of("请A", "zh"), "zh")
    assert found
    sound = join(found)
    assert sound.seconds == pytest.approx(0.56 + 0.02 + 0.56, abs=0.005)
    half = len(sound.samples) // 2
    assert abs(sound.samples[:half]).max() == pytest.approx(abs(sound.samples[half:]).max(), abs=0.01)


def test_there_is_a_pause_after_a_letter_and_at_a_comma(tmp_path: Path) -> None:
    record(tmp_path, (f"zh/{word}.wav" for word in "A零号最"), recording(0.5))

    def seconds(text: str) -> float:
        found = pieces(tmp_path, words_of(text, "zh"), "zh")
        assert found
        return join(found).seconds

    assert seconds("A零") - seconds("零零") == pytest.approx(0.10, abs=0.005)
    assert seconds("号，最") - seconds("号最") == pytest.approx(0.23, abs=0.005)


def test_recordings_of_different_rates_join(tmp_path: Path) -> None:
    record(tmp_path, ["zh/请.wav"], recording(rate=16_000))
    record(tmp_path, ["zh/零.wav"], recording(rate=48_000))
    found = pieces(tmp_path, words_of("请零", "zh"), "zh")
    assert found
    assert join(found).sample_rate == 48_000
