"""Fonts of TeX that do not say which letters their codes are: ligatures, dashes, quotes and bullets are read all the same."""

from __future__ import annotations

from agent.resume.read.reader import read
from tests.agent.resume.read.pdf_files import pdf, stream

FL, FI, FF, FFI, DASH, BULLET = 13, 12, 11, 14, 123, 15
BOX = b"6 0 0 0 5 8 d1 0 0 5 8 re f"


def drawn(lines: list[tuple[int, list[str | int]]]) -> bytes:
    """A page in a font of drawings without names of letters; each line has its size and its text or codes."""
    names = {code: b"a%d" % code for code in range(1, 127)}
    differences = b" ".join(b"%d /%s" % each for each in names.items())
    content = []
    for place, (size, parts) in enumerate(lines):
        codes = b"".join(bytes([part]) if isinstance(part, int) else part.encode("latin-1") for part in parts)
        content.append(f"BT /F1 {size / 10} Tf 72 {720 - 20 * place} Td <{codes.hex()}> Tj ET")
    return pdf(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            4: stream("\n".join(content).encode()),
            5: b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 10 10] /FontMatrix [1 0 0 1 0 0] /FirstChar 1 /LastChar 126 /Widths ["
            + b"6 " * 126
            + b"] /CharProcs << "
            + b" ".join(b"/%s 7 0 R" % name for name in names.values())
            + b" >> /Encoding << /Type /Encoding /Differences ["
            + differences
            + b"] >> >>",
            7: stream(BOX),
        }
    )


def test_ligatures_dashes_and_bullets_of_fonts_without_a_map() -> None:
    resume = read(
        drawn(
            [
                (18, ["Nora Lindqvist"]),
                (10, ["nora@mail.example"]),
                (14, ["Experience"]),
                (10, ["Head of ", "the ", FL, "our mill, Surdeg AB    2018 ", DASH, " 2021"]),
                (10, [BULLET, " Ran the o", FFI, "ce and ", FI, "ve ovens, on and o", FF]),
                (10, [BULLET, " Swept the ", FL, "oor"]),
            ]
        )
    )
    [role] = resume.work
    assert (role.start, role.end) == ("2018", "2021")
    assert "flour mill" in f"{role.position} {role.employer}"
    assert [line.text for line in role.highlights] == ["Ran the office and five ovens, on and off", "Swept the floor"]


def test_line_breaks_stay_what_they_are() -> None:
    resume = read(drawn([(18, ["Nora Lindqvist"]), (10, ["nora@mail.example"]), (10, ["Uppsala, Sweden"])]))
    assert resume.basics.name == "Nora Lindqvist"
    assert "fl" not in resume.model_dump_json()
