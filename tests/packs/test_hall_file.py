"""Reading and writing a hall's TOML file."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.domain.config.config import HallConfig
from server.domain.config.pieces.calendar import Hours
from server.domain.config.soundness.soundness import problems
from server.domain.text import Text
from server.packs.hall_file import (
    PROBLEMS,
    HallFileProblem,
    pack,
    packs,
    read_hall_file,
    read_hall_text,
    usual_hours,
    write_hall_file,
)

SMALL = """
name = {zh = "示范厅", en = "Hall"}
industry = "power"

[figures]
undo_seconds = 8

[[zones]]
id = "main"
name = {zh = "大厅", en = "Main hall"}

[[services]]
id = "pay"
name = {zh = "缴费", en = "Payment"}
queue = "pay"
standard_seconds = 180
e_channels = [{name = {zh = "微信", en = "WeChat"}}]
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "hall.toml"


def problem_of(file: Path, content: str | bytes) -> HallFileProblem:
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(HallFileProblem) as caught:
        read_hall_file(file)
    assert caught.value.text.zh
    assert caught.value.text.en == str(caught.value)
    return caught.value


def test_a_file_is_read_with_what_it_leaves_out_as_usual(file: Path) -> None:
    file.write_text(SMALL, encoding="utf-8")
    hall = read_hall_file(file)
    assert hall.name == Text("示范厅", "Hall")
    assert hall.figures.undo_seconds == 8
    assert hall.figures.wait_goal_seconds == 600
    assert hall.service["pay"].e_channels[0].name.zh == "微信"
    assert hall.hours is None


def test_hours_are_written_as_people_write_them(file: Path) -> None:
    file.write_text('hours = "08:30-17:00"\n' + SMALL, encoding="utf-8")
    assert read_hall_file(file).hours == Hours(opens="08:30", closes="17:00")


@pytest.mark.parametrize("hours", ['"8:30-17:00"', '"08:30"', "08:30:00", "830", '"０８:30-17:00"'])
def test_hours_written_otherwise_are_refused(file: Path, hours: str) -> None:
    assert problem_of(file, f"hours = {hours}\n" + SMALL).where == "hours"
    assert problem_of(file, f"usual_hours = {hours}\n" + SMALL).where == "usual_hours"


def test_usual_hours_do_not_close_the_hall(file: Path) -> None:
    file.write_text('usual_hours = "08:30-17:00"\n' + SMALL, encoding="utf-8")
    assert read_hall_file(file).hours is None


def test_the_signature_of_a_windows_editor_does_no_harm(file: Path) -> None:
    file.write_bytes(SMALL.replace("\n", "\r\n").encode("utf-8-sig"))
    assert read_hall_file(file).name.zh == "示范厅"


@pytest.mark.parametrize("encoding", ["gbk", "gb18030", "utf-16"])
def test_a_file_is_read_however_notepad_saved_it(file: Path, encoding: str) -> None:
    file.write_bytes(SMALL.encode(encoding))
    assert read_hall_file(file).name.zh == "示范厅"


@pytest.mark.parametrize("written", [b"\xff\xd8\xff\xe0\x00\x10JFIF", b"\xff\xfea"])
def test_what_is_no_text_is_named_so(file: Path, written: bytes) -> None:
    problem = problem_of(file, written)
    assert problem.where == "hall.toml"
    assert "UTF-8" in problem.text.zh


def test_a_broken_file_names_the_line(file: Path) -> None:
    assert "第 2 行" in problem_of(file, "name = 1\nindustry = ?\n").text.zh


@pytest.mark.parametrize("missing", ["nowhere.toml", ""])
def test_a_file_that_is_not_there_is_a_problem_and_no_crash(tmp_path: Path, missing: str) -> None:
    with pytest.raises(HallFileProblem, match="cannot be read"):
        read_hall_file(tmp_path / missing)


@pytest.mark.parametrize(
    ("was", "is_", "where", "said"),
    [
        ('queue = "pay"', "", "services[0].queue", "缺少"),
        ('queue = "pay"', 'quue = "pay"', "services[0].queue", "缺少"),
        ("undo_seconds", "undo_second", "figures.undo_second", "不认识"),
        ("[[zones]]", "[[zone]]", "zone", "不认识"),
        ("= 180", '= "180"', "services[0].standard_seconds", "整数"),
        ("= 180", "= 180.5", "services[0].standard_seconds", "整数"),
        ("= 180", "= true", "services[0].standard_seconds", "整数"),
        ('"pay"\nstandard', "7\nstandard", "services[0].queue", "文字"),
        ('"pay"\nstandard', "07:32:00\nstandard", "services[0].queue", "文字"),
        ("[[zones]]", "[zones]", "zones", "列表"),
        ('{zh = "大厅", en = "Main hall"}', '"大厅"', "zones[0].name", "zh"),
        (', en = "WeChat"', "", "services[0].e_channels[0].name.en", "缺少"),
        ('industry = "power"', 'industry = "power"\ndemo = 1', "demo", "true"),
    ],
)
def test_a_wrong_place_is_named(file: Path, was: str, is_: str, where: str, said: str) -> None:
    assert SMALL.count(was) == 1
    problem = problem_of(file, SMALL.replace(was, is_))
    assert problem.where == where
    assert said in problem.text.zh
    assert where in problem.text.zh
    assert where in problem.text.en


def test_a_file_with_a_table_that_is_no_hall_names_what_is_missing(file: Path) -> None:
    assert problem_of(file, "").where == "name"


@pytest.mark.parametrize("name", packs())
def test_every_pack_is_written_and_read_back_the_same(file: Path, name: str) -> None:
    file.write_text(write_hall_file(pack(name)), encoding="utf-8")
    assert read_hall_file(file) == pack(name)


clocks = st.times().map(lambda t: t.strftime("%H:%M"))
halls = st.builds(HallConfig, hours=st.none() | st.builds(Hours, opens=clocks, closes=clocks))


@given(hall=halls)
def test_any_hall_is_written_and_read_back_the_same(
    tmp_path_factory: pytest.TempPathFactory, hall: HallConfig
) -> None:
    file = tmp_path_factory.getbasetemp() / "any.toml"
    file.write_bytes(write_hall_file(hall).encode())
    assert read_hall_file(file) == hall


def test_what_is_as_usual_is_not_written() -> None:
    written = write_hall_file(HallConfig(name=Text("厅", "Hall"), industry="gas"))
    assert written == 'name = {zh = "厅", en = "Hall"}\nindustry = "gas"\n'


@pytest.mark.parametrize("name", ["coal", "../hall_file", ""])
def test_an_unknown_pack_is_refused_with_those_there_are(name: str) -> None:
    with pytest.raises(HallFileProblem) as caught:
        pack(name)
    assert "gas, power, telecom, water" in caught.value.text.zh


def test_a_pack_proposes_hours_for_the_hall() -> None:
    assert usual_hours("gas") == Hours(opens="08:30", closes="17:00")


def test_both_languages_of_a_problem_have_the_same_places() -> None:
    for text in PROBLEMS.values():
        filled = text.fill(where="<where>", detail="<detail>")
        assert ("<where>" in filled.zh, "<detail>" in filled.zh) == (
            "<where>" in filled.en,
            "<detail>" in filled.en,
        )


def nested(opening: str, closing: str) -> str:
    return f"a = {opening * 500}1{closing * 500}"


@pytest.mark.parametrize(
    ("written", "code"),
    [
        (SMALL.replace("180", "1" * 5000), "too_big"),
        (SMALL.replace("180", "1" * 4000), "too_big"),
        (SMALL.replace("180", "1" * 16), "too_big"),
        (f"remedy_share = nan\n{SMALL}", "no_number"),
        (f"remedy_share = -inf\n{SMALL}", "no_number"),
        (f"remedy_share = 1e999\n{SMALL}", "no_number"),
        (nested("[", "]"), "too_deep"),
        (nested("{a = ", "}"), "too_deep"),
        (f"{'.'.join('a' * 500)} = 1", "too_deep"),
        (f"industry = '{'x' * 600_000}'", "too_large"),
    ],
)
def test_what_no_hall_can_keep_is_refused_in_words(file: Path, written: str, code: str) -> None:
    """C45."""
    said = PROBLEMS[code].fill(where="", detail="")
    for read in (lambda: problem_of(file, written), lambda: problem_of_text(written)):
        problem = read()
        assert problem.text.zh.endswith(said.zh.strip())
        assert problem.text.en.endswith(said.en.strip())
        assert len(problem.text.en) < 400


def test_a_name_of_a_hundred_thousand_letters_is_read_and_refused_by_the_rules(file: Path) -> None:
    """C45."""
    file.write_text(SMALL.replace("示范厅", "长" * 100_000), encoding="utf-8")
    problem = next(p for p in problems(read_hall_file(file)) if p.where == "name")
    assert (problem.zh, problem.en) == (
        "太长：100000 个字，最多 100 个",
        "Too long: 100000 letters, at most 100.",
    )


def problem_of_text(written: str) -> HallFileProblem:
    with pytest.raises(HallFileProblem) as problem:
        read_hall_text(written)
    return problem.value
