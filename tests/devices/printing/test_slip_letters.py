from dataclasses import replace

from server.devices.printing.slip_letters import Lacking, lacking, unwritable, words_of
from server.domain.config.pieces.equipment import PrinterConfig, SlipTemplate
from server.domain.text import Text
from tests.builders import a_config

NOWHERE = "\ue000"
PICTURES = PrinterConfig(id="K1", kind="tcp")
TEXT = PrinterConfig(id="K2", kind="tcp", mode="text")


def test_every_word_that_a_slip_carries_is_looked_at() -> None:
    config = a_config()
    odd = replace(
        config,
        name=Text("厅1", "hall"),
        phone="95598",
        slip=SlipTemplate(head=Text("头", ""), foot=Text("尾", "")),
        services=(
            replace(config.services[0], name=Text("业务1", "s"), materials=(Text("材料1", "m"),)),
            *config.services[1:],
        ),
    )
    said = {text.zh for text in words_of(odd)}
    assert {"厅1", "95598", "头", "尾", "业务1", "材料1", *(zone.name.zh for zone in odd.zones)} <= said


def test_rare_hanzi_are_no_trouble_for_pictures_and_named_for_text() -> None:  # C23
    named = replace(a_config(), name=Text("㮾梨供电所营业厅", "Langli"))
    assert lacking(replace(named, printers=(PICTURES,))) == ()
    (one,) = lacking(replace(named, printers=(PICTURES, TEXT)))
    assert one == Lacking(text="㮾梨供电所营业厅", letters="㮾", drawn=True)


def test_letters_that_no_font_has_are_named() -> None:
    named = replace(a_config(), name=Text(f"{NOWHERE}厅{NOWHERE}", "Hall"), printers=(PICTURES,))
    assert lacking(named) == (Lacking(text=f"{NOWHERE}厅{NOWHERE}", letters=NOWHERE, drawn=False),)


def test_what_a_text_printer_cannot_write_is_named_once() -> None:
    assert unwritable("请㐂A㐂\n⚡，") == "㐂⚡"
