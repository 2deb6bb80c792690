from pathlib import Path
from shutil import copyfile

import pytest

from server.devices.errors import DeviceMisconfigured
from server.devices.printing import fonts
from server.devices.printing.fonts import Font, font_of, typeface, use_own


def test_the_font_is_found_inside_the_installed_package() -> None:
    assert typeface().is_file()


@pytest.mark.parametrize("package", ["escpos", "no_such_package"])
def test_a_package_without_a_chinese_font_is_refused(package: str) -> None:
    with pytest.raises(DeviceMisconfigured, match=package):
        typeface(package)


def test_the_first_font_writes_what_it_can_and_the_wide_one_what_it_lacks() -> None:  # C23
    assert [font_of(letter) == Font(typeface()) for letter in "请厅A梨"] == [True] * 4
    for letter in "㮾㐂𠮷㛃":
        font = font_of(letter)
        assert font is not None
        assert font.at(24).getname()[0] == "Noto Sans CJK SC"
    emoji = font_of("😀")
    assert emoji is not None
    assert "Emoji" in emoji.path.name


def test_the_whole_of_gb18030_level_two_can_be_written() -> None:
    """Its blocks by sample; the letters of the national list beyond them all."""
    listed = (
        "𠙶𠳐𡎚𡐓𣗋𣲗𣲘𣸣𤧛𤩽𤫉𥔲𥕢𥖨𥻗𦈡𦒍𦙶𦝼𦭜𦰡𧿹𨐈𨙸𨚕𨟠𨭉𨱇𨱏𨱑𨱔𨺙𩽾𩾃𩾌𪟝𪣻𪤗𪨰𪨶𪩘𪾢𫄧𫄨𫄷𫄸𫇭𫌀𫍣𫍯𫍲𫍽𫐄𫐐𫐓"
        "𫑡𫓧𫓯𫓶𫓹𫔍𫔎𫔶𫖮𫖯𫖳𫗧𫗴𫘜𫘝𫘦𫘧𫘨𫘪𫘬𫚕𫚖𫚭𫛭𫞩𫟅𫟦𫟹𫟼𫠆𫠊𫠜𫢸𫫇𫭟𫭢𫭼𫮃𫰛𫵷𫶇𫷷𫸩𬀩𬀪𬂩𬃊𬇕𬇙𬇹𬉼𬊈𬊤𬌗𬍛𬍡𬍤𬒈𬒔𬒗"
    )
    sample = [chr(code) for block in ((0x3400, 0x4DB6), (0x4E00, 0x9FA6)) for code in range(*block, 211)]
    assert [letter for letter in (*listed, *sample) if font_of(letter) is None] == []


def test_a_letter_of_nobody_has_no_font() -> None:
    assert font_of("\U0010ffff") is None
    assert font_of("\ue000") is None
    assert font_of(" ") is not None


def test_an_owners_fonts_come_behind_the_first_and_what_is_no_font_is_passed_over(tmp_path: Path) -> None:
    first = Font(typeface())
    wide = font_of("㮾")
    assert wide is not None
    (tmp_path / "own").mkdir()
    (tmp_path / "broken.ttf").write_bytes(b"no font")
    copyfile(wide.path, tmp_path / "own" / "mine.ttc")
    try:
        use_own(tmp_path)
        own = font_of("㮾")
        assert own is not None
        assert own.path == tmp_path / "own" / "mine.ttc"
        assert font_of("请") == first
    finally:
        use_own(tmp_path / "nothing")
    assert font_of("㮾") == wide


def test_fonts_of_the_system_are_known_by_their_names() -> None:
    there = ["HanaMinB.ttf", "TW-Kai-Ext-B-98_1.ttf", "TW-Sung-98_1.ttf", "BabelStoneHan.ttf", "Jigmo2.ttf"]
    assert [name for name in there if not fonts.SYSTEM.match(name)] == []
    assert not fonts.SYSTEM.match("DejaVuSans.ttf")
