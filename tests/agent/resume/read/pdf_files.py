"""PDF files written by hand, down to each object: hidden text, and the files that strangers make to do harm."""

from __future__ import annotations

import zlib

HELVETICA = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def pdf(objects: dict[int, bytes], root: int = 1, trailer: bytes = b"") -> bytes:
    """A whole file out of numbered objects, with a correct cross-reference table."""
    body = b"%PDF-1.7\n"
    places: dict[int, int] = {}
    for number, content in sorted(objects.items()):
        places[number] = len(body)
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    size = max(objects) + 1
    table = b"".join(
        b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 65535 f \n" for number in range(size)
    )
    return (
        body
        + b"xref\n0 %d\n" % size
        + table
        + b"trailer << /Size %d /Root %d 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, root, trailer, len(body))
    )


def stream(data: bytes, extra: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), extra, data)


def page_of(content: bytes, resources: bytes = b"<< /Font << /F1 5 0 R >> >>", more: bytes = b"") -> bytes:
    """A file with one page whose content stream is given; object 5 is Helvetica, 4 the content."""
    return pdf(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources "
            + resources
            + b" "
            + more
            + b" >>",
            4: stream(content),
            5: HELVETICA,
        },
    )


def show(lines: list[str], *, x: int = 72, y: int = 720, size: int = 11) -> bytes:
    """A content stream that shows lines of text one under the other."""
    shown = [f"BT /F1 {size} Tf {x} {y - 16 * place} Td ({line}) Tj ET" for place, line in enumerate(lines)]
    return "\n".join(shown).encode("latin-1")


RESUME = [
    "Nora Lindqvist", "nora.lindqvist@mail.example   +46 70 123 45 67", "", "EXPERIENCE", "Baker, Surdeg AB   2018 - 2021", "Baked two hundred loaves a night",
    "", "EDUCATION", "Restaurangskolan Uppsala   2014 - 2017",
]  # fmt: skip


def deflated(data: bytes, times: int = 1) -> bytes:
    """A stream compressed several times over: each layer a thousandth of the one within."""
    filters = b"[" + b" /FlateDecode" * times + b" ]"
    for _ in range(times):
        data = zlib.compress(data, 9)
    return stream(data, b"/Filter " + filters)


def many_pages(count: int) -> bytes:
    objects = {1: b"<< /Type /Catalog /Pages 2 0 R >>", 3: HELVETICA}
    kids = []
    for place in range(count):
        number = 10 + 2 * place
        objects[number] = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
            % (number + 1)
        )
        objects[number + 1] = stream(show(RESUME))
        kids.append(b"%d 0 R" % number)
    objects[2] = b"<< /Type /Pages /Kids [" + b" ".join(kids) + b"] /Count %d >>" % count
    return pdf(objects)


def cyclic_pages() -> bytes:
    """A page tree that contains itself."""
    return pdf(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1000000 /Parent 2 0 R >>",
        }
    )


def deep_pages(depth: int = 3000) -> bytes:
    """A page tree thousands of levels deep."""
    objects = {1: b"<< /Type /Catalog /Pages 2 0 R >>"}
    for level in range(depth):
        objects[2 + level] = b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (3 + level)
    objects[2 + depth] = b"<< /Type /Page /MediaBox [0 0 612 792] >>"
    return pdf(objects)


def nested_arrays(depth: int = 100_000) -> bytes:
    return page_of(b"[" * depth + b"]" * depth)


def bomb() -> bytes:
    """A page whose text unpacks from a few kilobytes to 120 MB."""
    content = deflated(b"BT /F1 9 Tf 1 0 0 1 50 50 Tm (" + b"A" * 120_000_000 + b") Tj ET", 2)
    return pdf(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            4: content,
            5: HELVETICA,
        },
    )


def forms_in_forms(levels: int = 24) -> bytes:
    """Drawings that each show the next one ten times: ten to the power of `levels` in all."""
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /XObject << /X 6 0 R >> /Font << /F1 5 0 R >> >> >>",
        4: stream(b"/X Do " * 10),
        5: HELVETICA,
    }
    for level in range(levels):
        extra = (
            b"/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /XObject << /X %d 0 R >> /Font << /F1 5 0 R >> >>"
            % (7 + level)
        )
        objects[6 + level] = stream(b"/X Do " * 10 + b"BT /F1 9 Tf 50 50 Td (again) Tj ET", extra)
    objects[6 + levels] = stream(
        b"BT /F1 9 Tf 50 50 Td (end) Tj ET",
        b"/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /Font << /F1 5 0 R >> >>",
    )
    return pdf(objects)


def wild_font() -> bytes:
    """A font whose program, widths and encoding are nonsense of great size."""
    return pdf(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            4: stream(show(RESUME)),
            5: b"<< /Type /Font /Subtype /TrueType /BaseFont /Wild /FirstChar -2000000000 /LastChar 2000000000 /Widths ["
            + b"1e38 " * 5000
            + b"] /FontDescriptor 6 0 R /ToUnicode 8 0 R >>",
            6: b"<< /Type /FontDescriptor /FontName /Wild /Flags 4294967295 /FontBBox [-1e30 -1e30 1e30 1e30] /FontFile2 7 0 R >>",
            7: stream(b"\x00\x01\x00\x00" + b"\xff" * 20000),
            8: stream(
                b"/CIDInit /ProcSet findresource begin 1 begincodespacerange <0000> <ffffffff> endcodespacerange 100000 beginbfrange <00000000> <ffffffff> <0041> endbfrange"
            ),
        },
    )


def encrypted() -> bytes:
    """A file that says it is encrypted, with a password that nobody knows."""
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [] /Count 0 >>",
        3: b"<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <"
        + b"28bf4e5e" * 8
        + b"> /U <"
        + b"00112233" * 8
        + b"> >>",
    }
    return pdf(
        objects, trailer=b"/Encrypt 3 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]"
    )


def scanned() -> bytes:
    """A page that is nothing but a picture."""
    return pdf(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /XObject << /Im 6 0 R >> >> >>",
            4: stream(b"q 612 0 0 792 0 0 cm /Im Do Q"),
            6: stream(
                bytes(range(256)) * 4,
                b"/Type /XObject /Subtype /Image /Width 32 /Height 32 /ColorSpace /DeviceGray /BitsPerComponent 8",
            ),
        },
    )
