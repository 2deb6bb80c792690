"""Which files a set-up names: whatever a form asks for as a picture or a document is among them."""

import re
from dataclasses import replace

from server.domain.config.config import HallConfig
from server.domain.config.media_named import media_named
from server.domain.config.pieces.boards import Medium
from server.domain.config.pieces.catalogue import BlankForm, CatalogueEntry, Sheet
from server.domain.config.soundness.known import missing_media
from server.domain.config.soundness.soundness import problems
from server.domain.form import Kind, form_of, places
from server.domain.hall import Hall
from server.domain.text import Text
from server.domain.views.posted import files_in_use
from tests.builders import a_config

FILES = *(f"{n}" * 64 + ".png" for n in range(4)), "4" * 64 + ".pdf"


def with_files(logo: str, medium: str, form: str, sample: str, document: str) -> HallConfig:
    config = a_config()
    name = Text("名", "Name")
    entry = CatalogueEntry(
        forms=(BlankForm(name=name, file=form, document=document), BlankForm(name=name)),
        samples=(Sheet(name=name, file=sample),),
    )
    first, *others = config.services
    return replace(
        config,
        slip=replace(config.slip, logo=logo),
        media=(Medium(id="m", name=name, file=medium),),
        services=(replace(first, entry=entry), *others),
    )


def test_every_picture_that_a_form_asks_for_is_named_kept_and_missed() -> None:
    config = with_files(*FILES)
    asked = {
        place for place, field in places(form_of(HallConfig)) if field.kind in (Kind.PICTURE, Kind.DOCUMENT)
    }
    named = {re.sub(r"\[\d+\]", "", where) for where, _ in media_named(config)}
    assert named == asked | {"media.file"}
    assert tuple(file for _, file in media_named(config)) == FILES
    assert files_in_use(replace(Hall(), config=config)) == set(FILES)
    assert len(missing_media(config, ())) == len(FILES)


def test_what_is_no_file_of_the_folder_is_refused_at_its_place() -> None:
    wrong = [p.where for p in problems(with_files("../a.png", FILES[1], FILES[2], "x.svg", FILES[0]))]
    assert wrong == [
        "slip.logo",
        "services[0].entry.samples[0].file",
        "services[0].entry.forms[0].document",  # a picture is none
    ]
    assert [p.where for p in problems(with_files(*FILES[:3], FILES[4], FILES[4]))] == [
        "services[0].entry.samples[0].file"  # and a document no picture
    ]
