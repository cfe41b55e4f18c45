"""Word files written by hand, down to each part: what Word itself makes and what strangers make to do harm."""

from __future__ import annotations

import io
import zipfile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def docx(body: str, parts: dict[str, str] | None = None, *, prolog: str = "") -> bytes:
    """A Word file with this body and further parts by their names."""
    document = f'<?xml version="1.0"?>{prolog}<w:document {W} xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>{body}</w:body></w:document>'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", TYPES)
        package.writestr("word/document.xml", document)
        for name, text in (parts or {}).items():
            package.writestr(name, text)
    return buffer.getvalue()


def paragraph(text: str, *, run: str = "", properties: str = "") -> str:
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text.replace("& ", "&amp; ")}</w:t></w:r></w:p>'


def bold(text: str) -> str:
    return paragraph(text, run="<w:b/>")


def heading(text: str) -> str:
    return paragraph(text, run='<w:b/><w:sz w:val="28"/>', properties='<w:outlineLvl w:val="0"/>')


def item(text: str) -> str:
    return paragraph(text, properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')


def table(rows: list[list[str]]) -> str:
    """A table whose cells are given as paragraphs."""
    return (
        "<w:tbl>"
        + "".join("<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in row) + "</w:tr>" for row in rows)
        + "</w:tbl>"
    )


RESUME = (
    paragraph("Nora Lindqvist", run='<w:b/><w:sz w:val="40"/>') + paragraph("nora.lindqvist@mail.example | +46 70 123 45 67 | Uppsala, Sweden") + heading("Experience")
    + bold("Baker, Surdeg AB") + paragraph("2018 - 2021") + item("Baked two hundred loaves a night") + heading("Education") + bold("Restaurangskolan Uppsala") + paragraph("2014 - 2017")
)  # fmt: skip


def packed(parts: dict[str, bytes]) -> bytes:
    """A zip with these members."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return buffer.getvalue()


def zip_bomb() -> bytes:
    return packed({"word/document.xml": b"<a>" + b" " * 60_000_000 + b"</a>"})


def lying_bomb() -> bytes:
    """A zip whose directory says 1 kB where 40 MB come out."""
    data = bytearray(packed({"word/document.xml": b"<a>" + b" " * 40_000_000 + b"</a>"}))
    size = (40_000_007).to_bytes(4, "little")
    place = data.find(size)
    while place >= 0:
        data[place : place + 4] = (1000).to_bytes(4, "little")
        place = data.find(size, place + 4)
    return bytes(data)


def outside_entity() -> bytes:
    """A document that asks for a file of the machine that reads it."""
    return docx(
        paragraph("&secret;") + RESUME, prolog='<!DOCTYPE w:document [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'
    )


def laughs() -> bytes:
    """Entities that each hold ten of the one before."""
    entities = '<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {chr(98 + place)} "{("&" + chr(97 + place) + ";") * 10}">' for place in range(12)
    )
    return docx(paragraph("&m;"), prolog=f"<!DOCTYPE w:document [{entities}]>")


def deep_tables(depth: int = 400) -> bytes:
    return docx("<w:tbl><w:tr><w:tc>" * depth + paragraph("deep") + "</w:tc></w:tr></w:tbl>" * depth)


def slipping() -> bytes:
    return packed({"word/document.xml": docx_document(), "../../../tmp/evil.xml": b"<a/>"})


def docx_document() -> bytes:
    with zipfile.ZipFile(io.BytesIO(docx(RESUME))) as package:
        return package.read("word/document.xml")


def with_macros() -> bytes:
    """A file with a macro project beside its text: read as text, the project never looked at."""
    return packed(
        {"word/document.xml": docx_document(), "word/vbaProject.bin": b"\xd0\xcf\x11\xe0" + b"Sub AutoOpen" * 50}
    )
