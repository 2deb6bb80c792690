"""Forms as documents: real PDFs of several makes, and what only pretends to be a plain one."""

import io
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pypdf
import pytest
from PIL import Image
from pypdf.actions import JavaScript
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

from server.devices import media
from server.devices.blank_forms import LARGEST_DOCUMENT, MOST_OBJECTS, find_document, keep_document
from server.devices.media import NotMedia

NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


def written(writer: pypdf.PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def a_document(pages: int = 1) -> bytes:
    writer = pypdf.PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(595, 842)
    return written(writer)


def scanned() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (60, 84), "white").save(out, "PDF")
    return out.getvalue()


def with_fields() -> bytes:
    """A form to type into; its first page opens at the top, which runs nothing."""
    writer = pypdf.PdfWriter()
    page = writer.add_blank_page(595, 842)
    writer.root_object[NameObject("/AcroForm")] = DictionaryObject({NameObject("/Fields"): ArrayObject()})
    writer.root_object[NameObject("/OpenAction")] = ArrayObject([page.indirect_reference, NameObject("/Fit")])
    return written(writer)


def locked() -> bytes:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(595, 842)
    writer.encrypt("", "owner", algorithm="RC4-128")
    return written(writer)


def with_script() -> bytes:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(595, 842)
    writer.add_open_action(JavaScript("app.alert(1)"))
    return written(writer)


def with_file_inside() -> bytes:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(595, 842)
    writer.add_attachment("a.exe", b"MZ")
    return written(writer)


def acting(kind: str, *, packed: bool = False) -> bytes:
    """Somewhere deep in it, and where no page leads."""
    writer = pypdf.PdfWriter()
    writer.add_blank_page(595, 842)
    action = DictionaryObject({NameObject("/S"): NameObject(kind), NameObject("/F"): TextStringObject("x")})
    writer._add_object(ArrayObject([ArrayObject([DictionaryObject({NameObject("/A"): action})])]))
    out = io.BytesIO()
    writer.write(out)
    data = out.getvalue()
    return data.replace(b"/Launch", b"/L#61unch") if packed else data


def by_hand(catalog: str, *others: str, trailer: str = "/Root 1 0 R") -> bytes:
    """A page, and a catalog, further objects (from the fourth) and a trailer as they are written here."""
    parts = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
        *others,
    ]
    data, places = "%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(f"{len(data):010} 00000 n \n")
        data += f"{number} 0 obj\n{part}\nendobj\n"
    table = f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n" + "".join(places)
    end = f"trailer\n<< /Size {len(parts) + 1} {trailer} >>\nstartxref\n{len(data)}\n%%EOF\n"
    return (data + table + end).encode()


PLAIN = {
    "with a link to click": by_hand(
        "/Outlines 4 0 R",
        "<< /First 5 0 R /Last 6 0 R >>",
        "<< /Title (a) /Parent 4 0 R /Next 6 0 R /A << /S /URI /URI (https://gas.example) >> >>",
        "<< /Title (b) /Parent 4 0 R /Prev 5 0 R /A << /S /URI /URI (https://gas.example) >> >>",
    ),
    "of one page": a_document(),
    "of many": a_document(30),
    "scanned": scanned(),
    "to type into": with_fields(),
}


@pytest.mark.parametrize("data", PLAIN.values(), ids=PLAIN.keys())
def test_a_document_is_kept_as_it_came_under_the_name_of_what_is_in_it(data: bytes, tmp_path: Path) -> None:
    kept = keep_document(tmp_path / "media", data)
    assert kept.pages == (30 if data == PLAIN["of many"] else 1)
    assert keep_document(tmp_path / "media", data) == kept
    found = find_document(tmp_path / "media", kept.file)
    assert found is not None
    assert found.read_bytes() == data
    assert [p.name for p in (tmp_path / "media").iterdir()] == [kept.file]


REFUSED = {
    "nothing": (b"", "not_document"),
    "a picture": (b"\x89PNG\r\n", "not_document"),
    "a page before a document": (b"<script>alert(1)</script>" + a_document(), "not_document"),
    "a head alone": (b"%PDF-1.7\n", "not_document"),
    "half a document": (a_document()[:150], "not_document"),
    "a document of no page": (written(pypdf.PdfWriter()), "not_document"),
    "noise behind a head": (b"%PDF-1.7\n" + bytes(range(256)) * 40, "not_document"),
    "locked": (locked(), "document_locked"),
    "a script": (with_script(), "document_active"),
    "a file inside": (with_file_inside(), "document_active"),
    "a program started": (acting("/Launch"), "document_active"),
    "ditto, spelt otherwise": (acting("/Launch", packed=True), "document_active"),
    "what is typed sent away": (acting("/SubmitForm"), "document_active"),
    "a program by a name of its own": (
        by_hand("/OpenAction << /S 4 0 R /F (cmd.exe) >>", "/Launch"),
        "document_active",
    ),
    "an attachment by a name of its own": (
        by_hand("", "<< /Type /Annot /Subtype 5 0 R >>", "/FileAttachment"),
        "document_active",
    ),
    "a script in the trailer": (
        by_hand("", trailer="/Root << /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript >> >>"),
        "document_active",
    ),
    "a page that opens by itself": (
        by_hand("/OpenAction 4 0 R", "<< /S /URI /URI (http://gas.example) >>"),
        "document_active",
    ),
    "one that a place leads to": (
        by_hand("/OpenAction << /S /GoTo /D [3 0 R /Fit] /Next [4 0 R] >>", "<< /S /URI /URI (http://a) >>"),
        "document_active",
    ),
    "one that opens as a page is shown": (
        by_hand("", "<< /AA << /O << /S /URI /URI (http://gas.example) >> >> >>"),
        "document_active",
    ),
    "another file": (by_hand("/OpenAction << /S /GoToR /F (share) >>"), "document_active"),
    "a stream that lies elsewhere": (
        by_hand("", "<< /Length 0 /F (http://gas.example) >>\nstream\n\nendstream"),
        "document_active",
    ),
    "too large": (a_document() + b"%" * LARGEST_DOCUMENT, "document_too_large"),
}


@pytest.mark.parametrize(("data", "why"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_no_plain_document_is_refused_by_its_reason(data: bytes, why: str, tmp_path: Path) -> None:
    with pytest.raises(NotMedia, match=f"^{why}$"):
        keep_document(tmp_path / "media", data)
    assert not (tmp_path / "media").exists()


def test_a_document_of_endless_parts_is_too_large(tmp_path: Path) -> None:
    """Small on the disk, long to look through."""
    table = b"".join(b"%010d 00000 n \n" % 15 for _ in range(MOST_OBJECTS + 1))
    head = b"%PDF-1.4\n%....\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
    size = MOST_OBJECTS + 2
    tail = f"trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{len(head)}\n%%EOF\n".encode()
    data = head + f"xref\n0 {size}\n".encode() + b"0000000000 65535 f \n" + table + tail
    with pytest.raises(NotMedia, match="document_too_large"):
        keep_document(tmp_path, data)


def test_a_document_is_no_picture_and_a_picture_no_document(tmp_path: Path) -> None:
    """One folder, so that a backup, a restore and a tidying know both; two addresses."""
    form = keep_document(tmp_path, a_document()).file
    out = io.BytesIO()
    Image.new("RGB", (4, 3)).save(out, "PNG")
    shown = media.keep(tmp_path, out.getvalue()).file
    assert (media.find(tmp_path, form), find_document(tmp_path, shown)) == (None, None)
    assert media.there(tmp_path) == {form, shown}
    later = NOW + media.UNUSED_KEPT + timedelta(days=400 * 365)
    assert media.prune(tmp_path, {form}, later) == [shown]
    assert media.there(tmp_path) == {form}
