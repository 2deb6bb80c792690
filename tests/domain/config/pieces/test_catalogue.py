"""What the catalogue may say of a business, and what of it is refused."""

from dataclasses import replace

import pytest
from pydantic import TypeAdapter

from server.domain.config.config import HallConfig
from server.domain.config.pieces.business import Service
from server.domain.config.pieces.catalogue import BlankForm, CatalogueEntry, Sheet, Terminal
from server.domain.config.soundness.soundness import problems
from server.domain.form import Kind, form_of
from server.domain.text import Text
from tests.builders import a_config

CONFIG = a_config()
NO_NAME = Text("", "Form")


def with_entry(entry: CatalogueEntry) -> HallConfig:
    first, *others = CONFIG.services
    return replace(CONFIG, services=(replace(first, entry=entry), *others))


def with_terminals(*terminals: Terminal) -> HallConfig:
    return replace(CONFIG, terminals=terminals)


TERMINAL = Terminal(id="t1", name=Text("自助缴费机", "Payment machine"), zone="east", services=("bill",))
SHEETLESS = "业务 缴费 有一张表或样图没有中文名称"
NOWHERE = "自助缴费机 用到没有的 nowhere"
TOO_MANY = "业务 缴费：“前几样带齐就先受理”应在 0 样 至 30 样 之间"


@pytest.mark.parametrize(
    ("config", "where", "zh"),
    [
        (
            with_entry(CatalogueEntry(forms=(BlankForm(name=NO_NAME),))),
            "services[0].entry.forms[0].name",
            "业务 缴费 有一张表或样图没有中文名称",
        ),
        (with_entry(CatalogueEntry(enough=31)), "services[0].entry.enough", TOO_MANY),
        (with_terminals(TERMINAL, TERMINAL), "terminals[1].id", "代号 t1 重复"),
        (with_terminals(replace(TERMINAL, id="a b")), "terminals[0].id", "代号“a b”只能用字母、数字、- 和 _"),
        (with_terminals(replace(TERMINAL, name=NO_NAME)), "terminals[0].name", "自助终端 t1 没有中文名称"),
        (
            with_terminals(replace(TERMINAL, services=("nowhere",))),
            "terminals[0].services",
            NOWHERE,
        ),
    ],
)
def test_what_a_catalogue_gets_wrong_is_told_at_its_place(config: HallConfig, where: str, zh: str) -> None:
    assert [(problem.where, problem.zh) for problem in problems(config)] == [(where, zh)]


def test_a_catalogue_that_is_whole_has_no_problems() -> None:
    assert problems(with_terminals(TERMINAL)) == []
    assert problems(with_entry(CatalogueEntry(samples=(Sheet(name=Text("房产证", "Deed")),), enough=1))) == []


def test_pictures_are_asked_for_as_pictures() -> None:
    entry = next(field for field in form_of(Service) if field.id == "entry")
    forms = next(field for field in entry.fields if field.id == "forms")
    assert {field.id: field.kind for field in forms.fields} == {
        "name": Kind.WORDS,
        "file": Kind.PICTURE,
        "document": Kind.DOCUMENT,
        "place": Kind.WORDS,
    }


@pytest.mark.row("B03")
def test_a_form_written_before_it_could_be_a_document_is_read_as_it_was() -> None:
    written = {"forms": [{"name": {"zh": "申请表", "en": "Form"}, "file": ""}]}
    assert TypeAdapter(CatalogueEntry).validate_python(written).forms == (
        BlankForm(name=Text("申请表", "Form")),
    )
